import { expect, test } from "vitest";
import { NEVER_REUSE } from "../contract/run.ts";
import { readConditionFlags } from "./condition-flags.ts";

test("flags are conditions, and none are none", () => {
  expect(readConditionFlags({})).toEqual({});
  expect(
    readConditionFlags({ failAllocation: "3", nullResult: ["get_version"], neverReuse: true, growAtCalls: true }),
  ).toEqual({
    failAllocation: 3,
    nullResults: ["get_version"],
    quarantineBytes: NEVER_REUSE,
    growMemory: "call",
  });
  expect(readConditionFlags({ reuseFreed: true, growMemory: true })).toEqual({
    quarantineBytes: 0,
    growMemory: "allocation",
  });
});

test.each(["", "third", "-1", "1.5", "1234567890"])("the allocation %j is refused", (failAllocation) => {
  expect(readConditionFlags({ failAllocation })).toBe(
    `--fail-allocation takes a whole number: 0 for every allocation, n for the n-th; got "${failAllocation}"`,
  );
});

test("a variant is named with its library", () => {
  expect(readConditionFlags({ variant: ["strings=one-buffer", "events=other-ids"] })).toEqual({
    variants: { strings: "one-buffer", events: "other-ids" },
  });
  for (const text of ["strings", "=one-buffer", "strings=", "../strings=one-buffer", "strings=../x"]) {
    expect(readConditionFlags({ variant: [text] })).toBe(
      `--variant takes a library and its variant, as in strings=one-buffer; got "${text}"`,
    );
  }
});

test("opposites are refused", () => {
  expect(readConditionFlags({ reuseFreed: true, neverReuse: true })).toMatch(
    /^--reuse-freed and --never-reuse are opposites/,
  );
  expect(readConditionFlags({ growMemory: true, growAtCalls: true })).toMatch(
    /^--grow-memory and --grow-at-calls are two runs/,
  );
});
