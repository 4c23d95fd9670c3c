import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { checkAnswer, DEFAULT_SEED, type Outcome } from "../exercise/index.ts";
import { ExerciseBench } from "./exercise-bench.ts";
import { isProblem, readExerciseAt } from "./exercise-files.ts";
import { EXIT, refuse } from "./exit.ts";
import { print, printJson } from "./terminal.ts";

interface Flags {
  readonly json?: boolean;
  readonly seed: string;
}

export function addCheckCommand(program: Command): void {
  program
    .command("check")
    .argument("<exercise>", "an exercise's id, its folder, or a JSON file")
    .argument("<answer.ts>", "the answer")
    .description("check an answer to an exercise, sealed: it reaches nothing of this machine")
    .option("--json", "print one JSON object instead of text")
    .option("--seed <n>", "a whole number from which the inputs follow", String(DEFAULT_SEED))
    .action(async (exercise: string, answer: string, flags: Flags) => {
      process.exitCode = await check(exercise, answer, flags);
    });
}

async function check(asked: string, file: string, flags: Flags): Promise<number> {
  if (!/^\d{1,9}$/.test(flags.seed)) return refuse(`--seed takes a whole number, got "${flags.seed}"`);
  let answer: string;
  try {
    answer = await readFile(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return refuse(`${file} could not be read: ${code === "ENOENT" ? "there is no such file" : String(code)}`);
  }
  const bench = new ExerciseBench();
  try {
    const outcome = await checkAnswer(readExerciseAt(asked), answer, bench, { seed: Number(flags.seed) });
    return report(outcome, file, flags.json === true);
  } catch (error) {
    if (isProblem(error)) return refuse(error.message);
    throw error;
  } finally {
    await bench.end();
  }
}

function report(outcome: Outcome, file: string, isJson: boolean): number {
  if (outcome.kind === "not-judged") return refuse(`it could not be judged: ${outcome.reason}`);
  if (outcome.kind === "refused") {
    const [first] = outcome.problems;
    const why = first?.parses ? "" : "does not parse: ";
    return refuse(`${file}:${first?.line ?? 1}:${first?.column ?? 1}: ${why}${first?.message ?? ""}`);
  }
  const { passed, checks, says, seed, runs } = outcome;
  if (isJson) {
    printJson({
      passed,
      says,
      seed,
      runs,
      checks: checks.map(({ name, passed: isPassed, message, conditions, faults }) => ({
        name,
        passed: isPassed,
        message,
        conditions,
        seed,
        faults,
      })),
    });
  } else {
    for (const { name, passed: isPassed, message, conditions } of checks) {
      print(isPassed ? `✓ ${name}` : `✗ ${name}\n    ${message ?? ""}\n    when ${conditions ?? ""}`);
    }
    if (says !== null) print(`\n${says}`);
    const failed = checks.filter((each) => !each.passed).length;
    print(`\n${passed ? "passed" : `${failed} of ${checks.length} checks failed`} (${runs} runs, seed ${seed})`);
  }
  return passed ? EXIT.clean : EXIT.faulty;
}
