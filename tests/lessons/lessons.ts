import { runProgram } from "../../src/cli/run-program.ts";
import { readLessons } from "../../src/build/read-lessons.ts";
import { ROOT } from "../../src/build/setup.mjs";
import type { RunReport } from "../../src/contract/run.ts";
import type { TraceBatch } from "../../src/trace/format.ts";
import type { Crossing } from "../../src/ledger/index.ts";

export const LESSONS = readLessons(ROOT);

export interface Ran {
  readonly report: RunReport;
  readonly crossings: readonly Crossing[];
  /** The trace, with what memory held. */
  readonly batches: readonly TraceBatch[];
}

/** Runs a program as the command line does. @throws Error when it was refused or could not be run */
export async function run(text: string): Promise<Ran> {
  const outcome = await runProgram(text, { samples: true });
  if (outcome.kind === "refused")
    throw new Error(`refused: ${outcome.problems.map((each) => each.message).join("; ")}`);
  if (outcome.kind === "failed") throw new Error(outcome.reason);
  const { report, ledger, batches } = outcome;
  const count = ledger.at(ledger.length).crossings;
  return { report, crossings: Array.from({ length: count }, (_, index) => ledger.crossing(index)), batches };
}
