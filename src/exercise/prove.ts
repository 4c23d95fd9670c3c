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

/** One thing that an exercise claims, and has to prove. */
export interface Claim {
  /** `starter`, `solution`, or a mistake's name. */
  readonly program: string;
  prove(bench: Bench): Promise<Proof>;
}

/** What an exercise claims: its starter fails, its solution passes, each mistake fails and is recognised as itself. */
export function claimsOf(exercise: Exercise): Claim[] {
  const { starter, author } = exercise;
  const claim = (program: string, text: string, isRight: (outcome: Judged) => boolean): Claim => ({
    program,
    prove: async (bench) => proofOf(program, await checkAnswer(exercise, text, bench), isRight),
  });
  if (!author) {
    const message = "the exercise has no solution and no mistakes";
    return [{ program: "solution", prove: () => Promise.resolve({ program: "solution", proven: false, message }) }];
  }
  return [
    claim("starter", starter, ({ passed }) => !passed),
    claim("solution", author.solution, ({ passed }) => passed),
    ...author.mistakes.map(({ name, text, known }) =>
      claim(name, text, ({ passed, says }) => !passed && says === exercise.known[known]!.says),
    ),
  ];
}

/**
 * Proves all that an exercise claims.
 *
 * @param exercise with its author's part
 */
export async function prove(exercise: Exercise, bench: Bench): Promise<Proof[]> {
  const proofs: Proof[] = [];
  for (const claim of claimsOf(exercise)) proofs.push(await claim.prove(bench));
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
