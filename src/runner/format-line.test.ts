import { expect, test } from "vitest";
import { formatLine } from "./format-line.ts";

test.each([
  [["text", 0, -1, true, null, undefined], "text 0 -1 true null undefined"],
  [[[65, 0], { a: { b: [1] } }], "[ 65, 0 ] { a: { b: [ 1 ] } }"],
  [["é", "\u0000"], "é \u0000"],
  [[new Map([["a", 1]])], 'Map (1) {"a" => 1}'],
  [
    [new Uint8Array([7, 0]), new BigInt64Array([-1n]), new Float32Array(0)],
    "Uint8Array(2) [ 7, 0 ] BigInt64Array(1) [ -1n ] Float32Array(0) []",
  ],
  [[new ArrayBuffer(3)], "ArrayBuffer { byteLength: 3 }"],
])("%#: a value is printed as a person would write it", (values, text) => {
  expect(formatLine(values)).toBe(text);
});

test("an error shows its name and message", () => {
  expect(formatLine([new RangeError("too far")])).toContain("RangeError: too far");
});

test("a cycle ends", () => {
  const value: Record<string, unknown> = {};
  value["self"] = value;
  expect(formatLine([value])).toBe("{ self: [Circular] }");
});

test("a line has a limit", () => {
  expect(formatLine(["x".repeat(1e6)]).length).toBe(10_001);
});

test("of a long typed array the beginning is printed", () => {
  expect(formatLine([new Uint16Array(4_000)])).toMatch(/^Uint16Array\(4000\) \[ 0, (?:0, ){99}… 3,900 more \]$/);
});

test("what throws while it is printed does not end the program", () => {
  const hostile = {};
  Object.defineProperty(hostile, "a", {
    enumerable: true,
    get: () => {
      throw new Error("no");
    },
  });
  expect(formatLine([hostile])).toBe("[a value that throws when it is read]");
});
