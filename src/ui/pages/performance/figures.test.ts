import { expect, test } from "vitest";
import { formatNanoseconds, readFigure } from "./figures.ts";

test("a figure is read from the line that the measuring program prints", () => {
  const figure = { group: "call", name: "C", median: 8.5, low: 8, high: 9 };
  expect(readFigure(JSON.stringify(figure))).toEqual(figure);
});

test.each(["sink: true", "null", "{}", '{"group":"call","name":"C","median":0,"low":0,"high":0}', "[1]"])(
  "%s is none",
  (line) => {
    expect(readFigure(line)).toBeNull();
  },
);

test("times keep three digits, in the unit that suits them", () => {
  expect([8.25, 999, 1400, 23_100_000].map(formatNanoseconds)).toEqual(["8.25 ns", "999 ns", "1.40 µs", "23.1 ms"]);
});
