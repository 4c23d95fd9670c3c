import { expect, test } from "vitest";
import { codeFrame } from "./code-frame.ts";

const lines = ["using a = open();", "", "  a.use(b.pointer);", "done();"];

test("underlines the stretch, and gives the lines beside it that say something", () => {
  expect(codeFrame(lines, { line: 3, column: 3, endLine: 3, endColumn: 19 })).toEqual([
    { number: 3, text: "  a.use(b.pointer);", mark: { start: 2, length: 16 } },
    { number: 4, text: "done();", mark: null },
  ]);
});

test("a stretch over several lines is underlined to the end of its first", () => {
  expect(codeFrame(lines, { line: 3, column: 3, endLine: 4, endColumn: 2 })[0]?.mark).toEqual({ start: 2, length: 17 });
});

test("without a column, or with one past the line, the whole statement is underlined", () => {
  const whole = { start: 2, length: 17 };
  expect(codeFrame(lines, { line: 3 })[0]?.mark).toEqual(whole);
  expect(codeFrame(lines, { line: 3, column: 99 })[0]?.mark).toEqual(whole);
});

test("a line that the text does not have gives no frame", () => {
  expect(codeFrame(lines, { line: 9 })).toEqual([]);
});
