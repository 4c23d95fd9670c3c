import * as v from "valibot";
import type { Crossing, Ledger } from "../../ledger/index.ts";

/** The name of a function of C. */
export const functionName = v.pipe(v.string(), v.regex(/^[A-Za-z_]\w*$/), v.maxLength(100));

/** Every call from TypeScript into C, in order. */
export function* callsOf(ledger: Ledger): Generator<Crossing> {
  const count = ledger.crossings(ledger.length);
  for (let i = 0; i < count; i += 1) {
    if (ledger.crossingKey(i).direction === "call") yield ledger.crossing(i);
  }
}

/** How often TypeScript called a function of C. */
export function timesCalled(ledger: Ledger, name: string): number {
  const count = ledger.crossings(ledger.length);
  let times = 0;
  for (let i = 0; i < count; i += 1) {
    const { direction, function: called } = ledger.crossingKey(i);
    if (direction === "call" && called === name) times += 1;
  }
  return times;
}
