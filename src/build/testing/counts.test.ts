import { describe, expect, it } from "vitest";
import { countPlaywright, countVitest, NONE, verdict } from "./counts.mjs";
import { choose, sideBySide, STEPS } from "./steps.mjs";

const file = (status: string, assertionResults: object[]) => ({ status, assertionResults });

describe("countVitest", () => {
  const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0 };

  it("takes the runner's own numbers", () => {
    const testResults = [file("passed", [{}, {}, {}]), file("failed", [{}])];
    expect(countVitest({ ...report, testResults })).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  it("counts a file that could not be loaded as failed", () => {
    expect(countVitest({ ...report, numFailedTests: 0, testResults: [file("failed", [])] }).failed).toBe(1);
  });
});

it("countPlaywright counts a test that passed at the second try as passed", () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
  expect(countPlaywright({ stats })).toEqual({ passed: 6, failed: 1, skipped: 2 });
});

describe("verdict", () => {
  it("is content only with tests that ran and passed, and a runner that says so too", () => {
    expect(verdict({ ...NONE, passed: 1 }, 0)).toBeNull();
  });

  it("never takes zero tests for success", () => {
    expect(verdict(NONE, 0)).toBe("no test ran");
    expect(verdict({ ...NONE, skipped: 9 }, 0)).toBe("no test ran");
  });

  it("believes neither the report nor the exit code alone", () => {
    expect(verdict(null, 0)).toContain("without a report");
    expect(verdict({ ...NONE, passed: 9 }, 1)).toContain("ended with code 1");
    expect(verdict({ ...NONE, passed: 9, failed: 2 }, 0)).toBe("2 failed");
  });
});

describe("choose", () => {
  it("gives every step, or those that are named, in their own order", () => {
    expect(choose([])).toBe(STEPS);
    expect(choose(["--only", "lessons,format"]).map(({ name }) => name)).toEqual(["format", "lessons"]);
  });

  it.each([["--only"], ["--only", "everything"], ["--only", "unit", "more"], ["unit"], ["--only", ""]])(
    "refuses %s %s %s",
    (...args) => expect(() => choose(args)).toThrow(/^Use "npm test"/),
  );
});

describe("sideBySide", () => {
  const names = (steps: Parameters<typeof sideBySide>[0]) =>
    sideBySide(steps).map((group) => group.map(({ name }) => name).join(" "));

  it("puts those together that take one core each, and no others", () => {
    expect(names(STEPS).slice(0, 3)).toEqual(["format lint types build", "unit", "programs"]);
    expect(sideBySide(STEPS).flat()).toEqual(STEPS);
  });

  it("leaves the order as it is, when some are left out", () => {
    expect(names(choose(["--only", "format,unit,build,browser"]))).toEqual(["format build", "unit", "browser"]);
    expect(names(choose(["--only", "browser"]))).toEqual(["browser"]);
  });
});
