import { expect, test } from "vitest";
import { announcement } from "./announcement.ts";

const totals = { liveBlocks: 0, liveBytes: 0, peakBytes: 0, leakedBlocks: 0, leakedBytes: 0, calls: 0, bytesCopied: 0 };
const clean = { faults: [], totals };
const ended = { phase: "ended", snapshot: clean, problems: 0, failure: null, outcome: "done" } as const;

test("says how many faults there were and what leaked", () => {
  expect(announcement(ended)).toBe("Run finished: no faults, nothing leaked.");
  const leaky = { faults: [null as never], totals: { ...totals, leakedBlocks: 2 } };
  expect(announcement({ ...ended, snapshot: leaky })).toBe("Run finished: 1 fault, 2 blocks leaked.");
});

test("says that a run was stopped, or never was", () => {
  expect(announcement({ ...ended, outcome: "timed-out" })).toMatch(/^Run stopped: it took too long/);
  expect(announcement({ ...ended, outcome: "refused", snapshot: null, problems: 1 })).toBe(
    "The program was not run: 1 syntax error.",
  );
  expect(announcement({ ...ended, failure: { sentence: "No library." } })).toBe("The run failed. No library.");
});

test("says nothing while the program runs", () => {
  expect(announcement({ ...ended, phase: "running" })).toBe("");
});
