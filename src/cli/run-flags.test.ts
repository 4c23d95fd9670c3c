import { expect, test } from "vitest";
import { readRunFlags } from "./run-flags.ts";

test("seconds and the number of an allocation", () => {
  expect(readRunFlags({ timeLimit: "0.5" })).toEqual({ timeLimitMs: 500, failMalloc: null });
  expect(readRunFlags({ timeLimit: "86400", failMalloc: "0" })).toEqual({ timeLimitMs: 86_400_000, failMalloc: 0 });
});

test.each(["", " ", "0", "-1", "soon", "NaN", "Infinity", "86401"])("the time limit %j is refused", (timeLimit) => {
  const sentence = `--time-limit takes a number of seconds above 0 and up to a day, got "${timeLimit}"`;
  expect(readRunFlags({ timeLimit })).toBe(sentence);
});

test.each(["", "first", "-1", "1.5", "1e3", "1234567890"])("the allocation %j is refused", (failMalloc) => {
  const sentence = `--fail-malloc takes a whole number: 0 for every allocation, n for the n-th; got "${failMalloc}"`;
  expect(readRunFlags({ timeLimit: "1", failMalloc })).toBe(sentence);
});
