import { expect, test } from "vitest";
import { announcement } from "./announcement.ts";

const totals = { liveBlocks: 0, liveBytes: 0, peakBytes: 0, leakedBlocks: 0, leakedBytes: 0, calls: 0, bytesCopied: 0 };
const none = { blocks: 0, bytes: 0, only: null };
const end = { status: "completed", error: null, leaks: "judged", held: { typescript: none, c: none } } as const;
const clean = { faults: [], totals, end };
const ended = { phase: "ended", snapshot: clean, problems: 0, failure: null, outcome: "done" } as const;

test("says how many faults there were and what leaked", () => {
  expect(announcement(ended)).toBe("Run finished: no faults, nothing leaked.");
  const leaky = { ...clean, faults: [null as never], totals: { ...totals, leakedBlocks: 2 } };
  expect(announcement({ ...ended, snapshot: leaky })).toBe("Run finished: 1 fault, 2 blocks leaked.");
});

test("says that a run was stopped, or never was", () => {
  expect(announcement({ ...ended, outcome: "refused", snapshot: null, problems: 1 })).toBe(
    "The program was not run: 1 syntax error.",
  );
  expect(announcement({ ...ended, failure: { sentence: "No library." } })).toBe("The run failed. No library.");
});

test("says what was still held, and not that nothing leaked, of a run that did not come to its end", () => {
  const held = { typescript: { blocks: 1, bytes: 45, only: { id: 2, label: "message" } }, c: none };
  const cut = { ...clean, end: { ...end, status: "timed-out", leaks: "cut-short", held } } as const;
  const rest =
    "no faults. Leaks were not judged, because the program did not reach its end. TypeScript still held block 2 (message), 45 bytes, which the program has to release.";
  expect(announcement({ ...ended, snapshot: cut, outcome: "stopped" })).toBe(`Run stopped: ${rest}`);
  const thrown = { ...cut, end: { ...cut.end, status: "threw" } } as const;
  expect(announcement({ ...ended, snapshot: thrown })).toBe(`Run ended by an exception: ${rest}`);
});

test("says which limit a run met, whoever watched it", () => {
  const error = { name: "OutputLimit", message: "stopped, because it printed more than 8 MiB", line: null };
  const cut = { ...clean, end: { ...end, status: "timed-out", error, leaks: "cut-short" } } as const;
  for (const outcome of ["done", "timed-out"] as const) {
    expect(announcement({ ...ended, snapshot: cut, outcome })).toMatch(
      /^Stopped, because it printed more than 8 MiB: no faults\. Leaks were not judged/,
    );
  }
});

test("says nothing while the program runs", () => {
  expect(announcement({ ...ended, phase: "running" })).toBe("");
});
