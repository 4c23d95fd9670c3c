import { ExerciseBench } from "../../src/cli/exercise-bench.ts";
import { checkAnswer, readExercise, type Exercise, type Outcome } from "../../src/exercise/index.ts";

export type Judged = Extract<Outcome, { kind: "judged" }>;

/** An exercise of a test's own. What it does not say is empty; no conditions are tried unless it names some. */
export const exerciseWith = (checks: string, more: Partial<Exercise> = {}): Exercise =>
  readExercise("test", {
    ...{ version: 1, id: "test", title: "Test", summary: "Test.", level: "beginner", library: "strings" },
    ...{ task: "Test.", starter: "export {};", hints: [], memory: [], failures: [], known: [], holds: "It holds." },
    ...{
      conditions: [],
      checks: `import { check, expect, random, calls, held, hasFailed } from "exercise";\n${checks}`,
    },
    ...more,
  });

/** Judges answers to such exercises, in one process; `end` ends it. */
export class Judging {
  readonly bench = new ExerciseBench();

  async judged(checks: string, answer: string, more: Partial<Exercise> = {}): Promise<Judged> {
    const outcome = await checkAnswer(exerciseWith(checks, more), answer, this.bench);
    if (outcome.kind !== "judged") throw new Error(JSON.stringify(outcome));
    return outcome;
  }

  end(): Promise<void> {
    return this.bench.end();
  }
}
