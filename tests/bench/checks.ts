import { ExerciseBench } from "../../src/cli/exercise-bench.ts";
import { builtInExercises, readExerciseAt } from "../../src/cli/exercise-files.ts";
import { checkAnswer } from "../../src/exercise/index.ts";
import { spread, type Spread } from "./statistics.ts";

/** What it takes to check the solution of one exercise, in Node: every behaviour, in every condition. */
export interface CheckCost {
  readonly exercise: string;
  /** Sealed runs that one check makes. */
  readonly runs: number;
  /** Milliseconds of a check, once the thread that makes the runs has started. */
  readonly check: Spread;
}

const TIMES = 5;

export async function measureChecks(): Promise<CheckCost[]> {
  const bench = new ExerciseBench();
  const costs: CheckCost[] = [];
  for (const id of builtInExercises().keys()) {
    const exercise = readExerciseAt(id);
    const { solution } = exercise.author!;
    const times: number[] = [];
    let runs = 0;
    // The first one loads the library.
    for (let i = 0; i <= TIMES; i += 1) {
      const begin = performance.now();
      const outcome = await checkAnswer(exercise, solution, bench);
      if (outcome.kind !== "judged" || !outcome.passed) throw new Error(`the solution of ${id} does not pass`);
      ({ runs } = outcome);
      if (i > 0) times.push(performance.now() - begin);
    }
    costs.push({ exercise: id, runs, check: spread(times) });
  }
  await bench.end();
  return costs;
}
