import { describe, expect, it } from "vitest";
import { geometricMean, spread } from "./statistics.ts";

describe("spread", () => {
  it("is the middle and the middle four fifths, in whatever order the values came", () => {
    expect(spread([5, 1, 4, 2, 3, 11, 7, 6, 10, 8, 9])).toEqual({ median: 6, low: 2, high: 10 });
  });
  it("lies between two values where none is in the middle", () => {
    expect(spread([1, 2]).median).toBe(1.5);
  });
  it("does not make a number out of nothing", () => {
    expect(() => spread([])).toThrow();
    expect(() => geometricMean([])).toThrow();
  });
});

it("geometricMean balances twice as slow with twice as fast", () => {
  expect(geometricMean([2, 0.5])).toBeCloseTo(1);
  expect(geometricMean([2, 8])).toBeCloseTo(4);
});
