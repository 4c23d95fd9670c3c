import { expect, test } from "vitest";
import { runProgram, type ProgramRunOptions } from "../../src/cli/run-program.ts";
import { leaksNotJudged } from "../../src/ledger/index.ts";
import { HOLD_FOR_EVER, LEAK_THEN_THROW } from "./cut-short.ts";

/** What the report counts, and what a person is told, of a run's end. */
async function endOf(text: string, options: ProgramRunOptions = {}) {
  const outcome = await runProgram(text, options);
  if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
  const { report, ledger } = outcome;
  const { leakedBlocks, heldBlocks, heldBytes, leaksJudged } = report.heap;
  const sentence = leaksNotJudged(ledger.at(ledger.length).end!);
  return { status: report.status, leakedBlocks, heldBlocks, heldBytes, leaksJudged, sentence };
}

const CUT_SHORT = "Leaks were not judged, because the program did not reach its end.";

test("an exception: what the program still had to release is held, and no leak is judged", async () => {
  expect(await endOf(LEAK_THEN_THROW)).toEqual({
    status: "threw",
    leakedBlocks: 0,
    heldBlocks: 1,
    heldBytes: 18,
    leaksJudged: false,
    sentence: `${CUT_SHORT} TypeScript still held block 2 (\`message\`), 18 bytes, which the program has to release.`,
  });
});

test("a time limit: what the program holds is told apart from what C holds of its own", async () => {
  expect(await endOf(HOLD_FOR_EVER, { timeLimitMs: 500 })).toEqual({
    status: "timed-out",
    leakedBlocks: 0,
    heldBlocks: 2,
    heldBytes: 16,
    leaksJudged: false,
    sentence: `${CUT_SHORT} TypeScript still held 2 blocks, together 16 bytes, which the program has to release. C still held 2 blocks, together 24 bytes, of its own.`,
  });
});

test("an exception with nothing allocated", async () => {
  const end = await endOf('throw new Error("at once");');
  expect(end).toMatchObject({ heldBlocks: 0, leaksJudged: false });
  expect(end.sentence).toBe(`${CUT_SHORT} No memory was allocated at that moment.`);
});

test("a program that came to its end is judged; without the checker none is", async () => {
  const text = LEAK_THEN_THROW.replace(/if \(message\) throw.*/, "");
  expect(await endOf(text)).toMatchObject({ status: "completed", leaksJudged: true, sentence: "" });
  const fast = await endOf(text, { build: "fast" });
  expect(fast).toMatchObject({ status: "completed", leaksJudged: false });
  expect(fast.sentence).toBe("Leaks were not judged: the run was not checked.");
});
