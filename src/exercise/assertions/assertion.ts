import type * as v from "valibot";
import type { FaultCode } from "../../faults/codes.ts";
import type { Ledger } from "../../ledger/index.ts";

/** A run that came to its end, as an assertion sees it. */
export interface JudgedRun {
  readonly ledger: Ledger;
  /** The conditions have made something fail: the answer may have stopped on its way. */
  readonly hasFailed: boolean;
}

/** One kind of assertion about what a run did to memory. */
export interface AssertionKind<T> {
  /** What it is called: the word itself, or the key under which its object has its subject. */
  readonly name: string;
  readonly schema: v.GenericSchema<unknown, T>;
  /** What must be so, as a sentence of its own. */
  says(assertion: T): string;
  /** What is not so, as a sentence; null when all is. */
  judge(assertion: T, run: JudgedRun): string | null;
  /**
   * What is not so of all the behaviours together, from the run of each as it is; null when all is. Absent: each run is judged
   * by itself, and that is all.
   */
  judgeAll?(assertion: T, runs: readonly JudgedRun[]): string | null;
  /** The faults that it speaks of, so that `noFaults` need not. */
  readonly faults?: readonly FaultCode[];
}
