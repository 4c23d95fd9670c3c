import * as v from "valibot";
import type { FaultCode } from "../../faults/codes.ts";
import type { AssertionKind, JudgedRun } from "./assertion.ts";
import { bytesCopiedAtMost } from "./bytes-copied-at-most.ts";
import { calls } from "./calls.ts";
import { callsOnce } from "./calls-once.ts";
import { everyCallbackClosed } from "./every-callback-closed.ts";
import { judgeNoFaults } from "./no-faults.ts";
import { noViewAcrossGrowth } from "./no-view-across-growth.ts";
import { nothingLeaked } from "./nothing-leaked.ts";

/** Those that an exercise may add. A new one is a file beside these, and its name here. */
const KINDS = [everyCallbackClosed, noViewAcrossGrowth, callsOnce, calls, bytesCopiedAtMost] as const;

export const assertionSchema = v.union([
  everyCallbackClosed.schema,
  noViewAcrossGrowth.schema,
  callsOnce.schema,
  calls.schema,
  bytesCopiedAtMost.schema,
]);

export type Assertion = v.InferOutput<typeof assertionSchema>;

/** An assertion of one exercise, ready to judge its runs. */
export interface BoundAssertion {
  /** Its kind's name: the word by which a known mistake names it. */
  readonly name: string;
  readonly says: string;
  judge(run: JudgedRun): string | null;
  judgeAll(runs: readonly JudgedRun[]): string | null;
}

/** What is judged in every run of an exercise: no fault and no leak always, and what the exercise adds. */
export function bindAssertions(added: readonly Assertion[]): BoundAssertion[] {
  const bound = added.map(bind);
  const spokenFor = new Set<FaultCode>([nothingLeaked, ...added.map(kindOf)].flatMap(({ faults = [] }) => faults));
  return [
    {
      name: "noFaults",
      says: "The memory is used without a fault",
      judge: (run) => judgeNoFaults(run, spokenFor),
      judgeAll: () => null,
    },
    bindTo(nothingLeaked, "nothingLeaked"),
    ...bound,
  ];
}

const kindOf = (assertion: Assertion): AssertionKind<never> =>
  KINDS.find(({ name }) =>
    typeof assertion === "string" ? name === assertion : name in assertion,
  ) as AssertionKind<never>;

const bind = (assertion: Assertion): BoundAssertion => bindTo(kindOf(assertion), assertion as never);

function bindTo<T>(kind: AssertionKind<T>, assertion: T): BoundAssertion {
  return {
    name: kind.name,
    says: kind.says(assertion),
    judge: (run) => kind.judge(assertion, run),
    judgeAll: (runs) => kind.judgeAll?.(assertion, runs) ?? null,
  };
}
