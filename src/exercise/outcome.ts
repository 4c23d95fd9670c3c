import type { ChecksOutcome } from "../contract/exam.ts";
import type { CompileOutcome, SyntaxProblem } from "../contract/program.ts";
import { conditionText } from "./conditions.ts";
import type { Exercise } from "./exercise.ts";
import { judge, type CheckResult, type ExamRunner, type JudgedLibrary } from "./judge.ts";
import { recognise } from "./known-mistake.ts";

/** What it takes to judge answers: the compiler, the libraries, and what makes sealed runs. */
export interface Bench {
  compile(text: string): CompileOutcome | Promise<CompileOutcome>;
  compileChecks(text: string): ChecksOutcome | Promise<ChecksOutcome>;
  /** Null where there is no such library. */
  library(name: string): JudgedLibrary | null | Promise<JudgedLibrary | null>;
  readonly runner: ExamRunner;
}

/** One check of one answer, as it is told and kept. */
export interface ReportedCheck extends CheckResult {
  /** Under which conditions it failed first, as the end of "fails when …"; null for one that passed. */
  readonly conditions: string | null;
}

export type Outcome =
  | {
      readonly kind: "judged";
      readonly passed: boolean;
      readonly checks: readonly ReportedCheck[];
      /** What the learner is told: of a mistake that is known, or, where all passed, what now holds. Null for neither. */
      readonly says: string | null;
      readonly seed: number;
      readonly runs: number;
    }
  /** The answer does not compile. */
  | { readonly kind: "refused"; readonly problems: readonly SyntaxProblem[] }
  /** It could not be judged, by no doing of the answer. */
  | { readonly kind: "not-judged"; readonly reason: string };

/** The seed of a check that asks for none. */
export const DEFAULT_SEED = 1;

/** Checks one answer to an exercise. */
export async function checkAnswer(
  exercise: Exercise,
  answer: string,
  bench: Bench,
  { seed = DEFAULT_SEED, onRun }: { readonly seed?: number; readonly onRun?: (runs: number) => void } = {},
): Promise<Outcome> {
  const library = await bench.library(exercise.library);
  if (!library) return { kind: "not-judged", reason: `there is no library ${exercise.library}` };
  const compiled = await bench.compileChecks(exercise.checks);
  if (!compiled.ok) {
    const [first] = compiled.problems;
    return {
      kind: "not-judged",
      reason: `the checks, line ${first?.line ?? 1}: ${first?.message ?? "they do not compile"}`,
    };
  }
  const program = await bench.compile(answer);
  if (!program.ok) return { kind: "refused", problems: program.problems };
  const judgement = await judge({
    exercise,
    checks: compiled.checks,
    program: program.program,
    library,
    runner: bench.runner,
    seed,
    ...(onRun && { onRun }),
  });
  if (judgement.kind === "not-judged") return judgement;
  const { passed, checks, runs, isIncomplete } = judgement;
  const mistake = isIncomplete ? null : recognise(exercise, checks);
  const says = passed ? exercise.holds : (mistake?.says ?? null);
  return {
    kind: "judged",
    passed,
    checks: checks.map((check) => ({ ...check, conditions: check.failed && conditionText(check.failed.condition) })),
    says,
    seed,
    runs,
  };
}
