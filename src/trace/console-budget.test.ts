import { expect, test } from "vitest";
import { ConsoleBudget } from "./console-budget.ts";
import { MAX_CONSOLE_BYTES } from "./limits.ts";

test("a line that has no room is refused, and so is every line after it", () => {
  const budget = new ConsoleBudget();
  expect(budget.take("x".repeat(MAX_CONSOLE_BYTES / 2 - 1000))).toBe(true);
  expect(budget.take("x".repeat(1000))).toBe(false);
  expect(budget.take("")).toBe(false);
  expect(budget.isSpent).toBe(true);
});

test("empty lines are counted too", () => {
  const budget = new ConsoleBudget();
  let lines = 0;
  while (budget.take("")) lines += 1;
  expect(lines).toBe(MAX_CONSOLE_BYTES / 32);
});
