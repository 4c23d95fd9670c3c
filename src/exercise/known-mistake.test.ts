import { expect, test } from "vitest";
import type { KnownMistake } from "./exercise.ts";
import type { CheckResult } from "./judge.ts";
import { recognise } from "./known-mistake.ts";

const result = (change: Partial<CheckResult> = {}): CheckResult => ({
  ...{ check: "it adds", name: "it adds", passed: false, message: "expected 3, and it was 4", faults: [] },
  failed: { behaviour: 0, condition: { kind: "as-it-is" } },
  ...change,
});
const known = (change: Partial<KnownMistake> = {}): KnownMistake => ({ says: "known", check: "it adds", ...change });
const says = (mistakes: KnownMistake[], ...results: CheckResult[]) =>
  recognise({ known: mistakes }, results)?.says ?? null;

test.each([
  ["the check that failed", known(), result(), true],
  ["another check", known({ check: "it sums" }), result(), false],
  ["a check that passed", known(), result({ passed: true }), false],
  ["the conditions", known({ when: "as-it-is" }), result(), true],
  ["other conditions", known({ when: "allocation" }), result(), false],
  ["the fault", known({ fault: "FFI004" }), result({ faults: ["FFI004"] }), true],
  ["another fault", known({ fault: "FFI003" }), result({ faults: ["FFI004"] }), false],
  ["a part of the message", known({ part: "was 4" }), result(), true],
  ["another message", known({ part: "was 5" }), result(), false],
])("a mistake is recognised by %s", (_what, mistake, failed, isKnown) => {
  expect(says([mistake], failed)).toBe(isKnown ? "known" : null);
});

test("a mistake that names a fault comes before one that does not, else the first of the list", () => {
  const both = [known({ says: "a value" }), known({ says: "a fault", fault: "FFI004" }), known({ says: "last" })];
  expect(says(both, result({ faults: ["FFI004"] }))).toBe("a fault");
  expect(says(both, result())).toBe("a value");
});
