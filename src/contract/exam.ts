import type { SyntaxProblem } from "./program.ts";

/**
 * The checks of an exercise after compilation: an ES module that imports from `"exercise"` and from `"answer"`. It runs in a
 * realm of its own beside the answer's sealed engine.
 */
export interface CompiledChecks {
  readonly code: string;
  /** What each behaviour says must be so, in the order of the text. */
  readonly behaviours: readonly string[];
  /** The names that the checks import from `"answer"`, each once. */
  readonly needs: readonly string[];
}

export type ChecksOutcome =
  | { readonly ok: true; readonly checks: CompiledChecks }
  | { readonly ok: false; readonly problems: readonly SyntaxProblem[] };

/** One behaviour of an answer, to be looked at in one sealed run. */
export interface Exam {
  readonly checks: CompiledChecks;
  /** Index in `checks.behaviours`. */
  readonly behaviour: number;
  /** What `random` of the checks begins with: a whole number. The same seed gives the same inputs in every engine. */
  readonly seed: number;
  /**
   * In which order the answer's tasks go on, where more than one could: a whole number, of which each order is made. Absent:
   * the engine's own order, in which they began to wait.
   */
  readonly order?: number;
}
