import type { Exercise } from "./exercise.ts";
import { checkAnswer, type Bench, type Outcome } from "./outcome.ts";

/** One thing that an exercise has to prove of itself. */
export interface Proof {
  /** `starter`, `solution`, or a mistake's name. */
  readonly program: string;
  readonly proven: boolean;
  /** What came of it, as a sentence. */
  readonly message: string;
}

/**
 * Proves an exercise: its starter fails, its solution passes, each mistake fails and is recognised as itself.
 *
 * @param exercise with its author's part
 */
export async function prove(exercise: Exercise, bench: Bench): Promise<Proof[]> {
  const { starter, author } = exercise;
  if (!author) return [{ program: "solution", proven: false, message: "the exercise has no solution and no mistakes" }];
  const proofs = [
    proofOf("starter", await checkAnswer(exercise, starter, bench), (outcome) => !outcome.passed),
    proofOf("solution", await checkAnswer(exercise, author.solution, bench), (outcome) => outcome.passed),
  ];
  for (const { name, text, known } of author.mistakes) {
    const wanted = exercise.known[known]!.says;
    const outcome = await checkAnswer(exercise, text, bench);
    proofs.push(proofOf(name, outcome, ({ passed, says }) => !passed && says === wanted));
  }
  return proofs;
}

type Judged = Extract<Outcome, { kind: "judged" }>;

function proofOf(program: string, outcome: Outcome, isRight: (outcome: Judged) => boolean): Proof {
  if (outcome.kind === "not-judged") return { program, proven: false, message: outcome.reason };
  if (outcome.kind === "refused") {
    const [first] = outcome.problems;
    return { program, proven: false, message: `line ${first?.line ?? 1}: ${first?.message ?? "it does not compile"}` };
  }
  return { program, proven: isRight(outcome), message: outcomeText(outcome) };
}

/** `passes`, or the first check that fails, with what the learner is told. */
function outcomeText({ passed, checks, says }: Judged): string {
  if (passed) return "passes every check";
  const failed = checks.filter((check) => !check.passed);
  const words = failed.map(
    ({ check, message, conditions, failed: run, faults }) =>
      `${check} [${run?.condition.kind ?? ""}${faults.length > 0 ? `; ${faults.join(" ")}` : ""}]: ${message} (when ${conditions})`,
  );
  return `fails ${words.join(" · ")} → ${says === null ? "no known mistake" : `“${says}”`}`;
}
