import { expect, test } from "vitest";
import { runProgram } from "../../src/cli/run-program.ts";
import { TraceGuard } from "../../src/trace/guard.ts";
import { ATTACKS, programWith } from "./attacks.ts";

async function reportOf(code: string) {
  const outcome = await runProgram(programWith(code), {});
  if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
  const guard = new TraceGuard(Number.MAX_SAFE_INTEGER);
  expect(outcome.batches.map((batch) => guard.refusal(batch))).toEqual(outcome.batches.map(() => null));
  const { status, console: lines, faults, heap, error } = outcome.report;
  const found = faults.map(({ code: name, typescript, c, message }) => {
    // An attack may allocate, and what comes after it then has another number.
    return { name, typescript, c, message: message.replace(/Block \d+/i, "the block") };
  });
  return { status, lines, found, leaked: [heap.leakedBlocks, heap.leakedBytes], error };
}

const honest = await reportOf("");

test("without an attack the report has what the program did", () => {
  expect(honest).toMatchObject({ status: "completed", leaked: [1, 24], error: null });
  expect(honest.found.map(({ name }) => name)).toEqual(["FFI004", "FFI005", "FFI019", "FFI002"]);
  expect(honest.lines.map(({ text }) => text)).toEqual(["before", expect.stringMatching(/^element/), "does not fit"]);
});

test.each(ATTACKS)("a program does not change its report by $name", { timeout: 30_000 }, async ({ code }) => {
  expect(await reportOf(code)).toEqual(honest);
});
