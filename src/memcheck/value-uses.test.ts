import { expect, test } from "vitest";
import { CHECK_USED, checkUses } from "./value-uses.ts";

/** Whether a value that is read, and then meets these instructions, is asked about. */
function isAsked(...after: string[]): boolean {
  const read = ["local.get\t5", "call\t__asan_report_load4_noabort", "end_block", "local.get\t5", "i32.load\t0"];
  return checkUses([...read, ...after].map((line) => `\t${line}`).join("\n")).includes(`call\t${CHECK_USED}`);
}

test("a value that is computed with, compared or followed is asked about", () => {
  expect(isAsked("i32.const\t1", "i32.add", "i32.store\t0")).toBe(true);
  expect(isAsked("local.get\t0", "i32.load\t20", "i32.add")).toBe(true);
  expect(isAsked("i32.const\t3", "i32.gt_s", "br_if\t0")).toBe(true);
  expect(isAsked("i32.eqz", "br_if\t0")).toBe(true);
  expect(isAsked("i32.load\t4")).toBe(true);
  expect(isAsked("i32.const\t7", "i32.store\t0")).toBe(true);
});

test("one that is only copied, given away or masked is not", () => {
  expect(isAsked("i32.store\t12")).toBe(false);
  expect(isAsked("call\tput")).toBe(false);
  expect(isAsked("local.set\t9")).toBe(false);
  expect(isAsked("i32.const\t-2", "i32.and", "i32.const\t1", "i32.or", "i32.store\t0")).toBe(false);
});
