import { expect, test } from "vitest";
import { Column } from "./column.ts";

test("a column keeps what was pushed, over the ends of its parts", () => {
  const column = new Column();
  for (let value = 0; value < 50_000; value += 1) column.push(2 * value);
  expect(column.length).toBe(50_000);
  for (const index of [0, 16_383, 16_384, 32_768, 49_999]) expect(column.at(index)).toBe(2 * index);
  expect(column.at(50_000)).toBeUndefined();
  expect(column.at(-1)).toBeUndefined();
  column.set(16_384, 7);
  expect(column.at(16_384)).toBe(7);
});

test("the last number that is at most another is found, beside every step and before the first", () => {
  const column = new Column();
  for (const value of [3, 5, 5, 9]) column.push(value);
  expect([2, 3, 4, 5, 8, 9, 4_000_000_000].map((wanted) => column.lastAtMost(wanted))).toEqual([-1, 0, 0, 2, 2, 3, 3]);
});
