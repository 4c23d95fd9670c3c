import * as v from "valibot";
import type { AssertionKind } from "./assertion.ts";
import { functionName, timesCalled } from "./crossings.ts";

export interface Calls {
  readonly calls: string;
  /** In all behaviours together, as it is. Absent: once. */
  readonly atLeast?: number | undefined;
  /** In each run. Absent: as often as the answer likes. */
  readonly atMost?: number | undefined;
}

const times = v.pipe(v.number(), v.integer(), v.minValue(0));

/** The answer calls a function of C: what comes from it was not made up. */
export const calls: AssertionKind<Calls> = {
  name: "calls",
  schema: v.strictObject({ calls: functionName, atLeast: v.optional(times), atMost: v.optional(times) }),
  says: ({ calls: name, atLeast = 1, atMost }) => {
    if (atMost === undefined) return `C's ${name} does the work`;
    const most = `${name} is called at most ${timesText(atMost)} each time`;
    return atLeast === 0 ? most : `C's ${name} does the work, and ${most}`;
  },
  judge: ({ calls: name, atMost }, { ledger }) => {
    const count = timesCalled(ledger, name);
    return atMost !== undefined && count > atMost ? `${name} was called ${timesText(count)}` : null;
  },
  judgeAll: ({ calls: name, atLeast = 1 }, runs) => {
    const count = runs.reduce((sum, { ledger }) => sum + timesCalled(ledger, name), 0);
    if (count >= atLeast) return null;
    return count === 0 ? `${name} was never called` : `${name} was called ${timesText(count)} in all`;
  },
};

const timesText = (count: number): string => (count === 1 ? "once" : count === 2 ? "twice" : `${count} times`);
