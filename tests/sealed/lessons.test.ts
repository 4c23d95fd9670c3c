import { afterAll, describe, expect, it } from "vitest";
import { runProgram } from "../../src/cli/run-program.ts";
import { LESSONS } from "../lessons/lessons.ts";
import { COLUMNS, columnsOf } from "../browser/columns.ts";
import { SealedRuns } from "./sealed-runs.ts";

const sealed = new SealedRuns();
afterAll(() => sealed.end());

/**
 * Programs whose trace has a sentence of the engine's own in it: JSON that does not parse is said in other words by another
 * engine. All else of them is the same.
 */
const WORDS_OF_THE_ENGINE = new Set(["09 exception-through-c"]);

describe.each(LESSONS)("lesson $number, $slug, sealed", (lesson) => {
  const programs = [
    { name: "starter", text: lesson.starter },
    { name: "solution", text: lesson.solution },
    ...lesson.mistakes,
  ];
  it.concurrent.each(programs)("the trace of $name is the open one's, byte for byte", async ({ name, text }) => {
    const [inside, outside] = await Promise.all([
      sealed.run(text, { samples: true }),
      runProgram(text, { samples: true }),
    ]);
    if (inside.kind !== "ran" || outside.kind !== "ran") throw new Error(`${inside.kind}, ${outside.kind}`);
    const { work: _, ...report } = inside.report;
    const key = `${String(lesson.number).padStart(2, "0")} ${name}`;
    if (WORDS_OF_THE_ENGINE.has(key)) {
      expect(withoutSentences(report.faults)).toEqual(withoutSentences(outside.report.faults));
      expect(report.console).toEqual(outside.report.console);
      return;
    }
    expect(report).toEqual(outside.report);
    const [here, there] = [columnsOf(inside.batches), columnsOf(outside.batches)];
    for (const column of COLUMNS) expect(here[column], column).toEqual(there[column]);
    expect(inside.work).toBeGreaterThan(0);
  });
});

const withoutSentences = (faults: readonly { readonly message: string }[]): unknown[] =>
  faults.map(({ message: _, ...rest }) => rest);
