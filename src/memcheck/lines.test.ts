import { expect, test } from "vitest";
import { Lines } from "./lines.ts";

test("bytes become lines wherever they are cut, also within a character; the last one needs no end", () => {
  const taken: string[] = [];
  const lines = new Lines((line) => taken.push(line));
  const bytes = new TextEncoder().encode("one\ntwø\n\nlast");
  for (const byte of bytes) lines.write(Uint8Array.of(byte));
  expect(taken).toEqual(["one", "twø", ""]);
  lines.end();
  lines.end();
  expect(taken).toEqual(["one", "twø", "", "last"]);
});
