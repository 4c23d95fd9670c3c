import { expect, test } from "vitest";
import type { Value } from "./snapshot.ts";
import { describeValue } from "./describe-value.ts";

const at = (block: number): number | null => (block === 2 ? 0x1000 : null);
const read = (value: Value): string =>
  describeValue(value, at)
    .map((part) => part.text)
    .join("");

test("a pointer reads as its block and the distance from its start", () => {
  const pointer = (address: number, block: number): Value => ({ kind: "pointer", address, block, library: 1 });
  expect(read(pointer(0, 0))).toBe("NULL");
  expect(read(pointer(0x1000, 2))).toBe("#2");
  expect(read(pointer(0x1004, 2))).toBe("#2 + 4");
  expect(read(pointer(0xfff, 2))).toBe("#2 − 1");
  expect(read(pointer(0x2000, 0))).toBe("0x00002000");
  expect(describeValue(pointer(0x1000, 2), at)[0]?.block).toBe(2);
});

test("plain values read as C sees them", () => {
  expect(read({ kind: "undefined" })).toBe("void");
  expect(read({ kind: "number", value: -0 })).toBe("-0");
  expect(read({ kind: "bigint", value: 18446744073709551615n })).toBe("18446744073709551615n");
  expect(read({ kind: "boolean", value: false })).toBe("false");
  expect(read({ kind: "function", address: 0, callback: 0 })).toBe("NULL");
});

test("a struct holds the values of its fields, links and all", () => {
  const value: Value = {
    kind: "struct",
    name: "Slice",
    fields: [
      { kind: "pointer", address: 0x1001, block: 2, library: 1 },
      { kind: "number", value: 3 },
    ],
  };
  expect(read(value)).toBe("Slice { #2 + 1, 3 }");
  expect(describeValue(value, at).filter((part) => part.block === 2)).toHaveLength(1);
});
