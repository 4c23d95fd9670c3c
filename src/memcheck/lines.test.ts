import { expect, test } from "vitest";
import { MAX_STRING_LENGTH } from "../trace/limits.ts";
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

test("a line that no trace could hold is given in pieces, in its place", () => {
  const taken: string[] = [];
  const lines = new Lines((line) => taken.push(line));
  const long = "x".repeat(MAX_STRING_LENGTH + 1);
  lines.write(new TextEncoder().encode(`before\n${long}\n${long}`));
  lines.end();
  expect(taken.map((line) => line.length)).toEqual([6, MAX_STRING_LENGTH, 1, MAX_STRING_LENGTH, 1]);
});
