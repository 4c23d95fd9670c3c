import { expect } from "vitest";
import type { RunReport } from "../../src/contract/run.ts";
import type { TraceBatch } from "../../src/trace/format.ts";
import { COLUMNS, columnsOf } from "../browser/columns.ts";
import type { SealedRuns } from "./sealed-runs.ts";

/**
 * Programs whose trace has a sentence of the engine's own in it: JSON that does not parse is said in other words by another
 * engine. All else of them is the same.
 */
const WORDS_OF_THE_ENGINE = new Set(["events exception-through-c"]);

/** What an open run came to, with what memory held in its trace. */
export interface OpenRun {
  readonly report: RunReport;
  readonly batches: readonly TraceBatch[];
}

/** Runs a program sealed, and expects the open run's report and its trace, byte for byte. @param key its lesson and name */
export async function expectSameSealed(sealed: SealedRuns, key: string, text: string, open: OpenRun): Promise<void> {
  const inside = await sealed.run(text, { samples: true });
  if (inside.kind !== "ran") throw new Error(inside.kind);
  const { report } = inside;
  expect(inside.work).toBeGreaterThan(0);
  if (WORDS_OF_THE_ENGINE.has(key)) {
    expect(withoutSentences(report.faults)).toEqual(withoutSentences(open.report.faults));
    expect(report.console).toEqual(open.report.console);
    return;
  }
  expect(report).toEqual(open.report);
  const [here, there] = [columnsOf(inside.batches), columnsOf(open.batches)];
  for (const column of COLUMNS) expect(here[column], column).toEqual(there[column]);
}

const withoutSentences = (faults: readonly { readonly message: string }[]): unknown[] =>
  faults.map(({ message: _, ...rest }) => rest);
