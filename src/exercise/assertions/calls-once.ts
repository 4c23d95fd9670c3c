import * as v from "valibot";
import type { Value } from "../../ledger/snapshot.ts";
import type { AssertionKind } from "./assertion.ts";
import { callsOf, functionName } from "./crossings.ts";

export interface CallsOnce {
  readonly callsOnce: string;
  readonly per: string;
}

/** One function is called exactly once for each thing that another one gave: `destroy_handle` per `create_handle`. */
export const callsOnce: AssertionKind<CallsOnce> = {
  name: "callsOnce",
  schema: v.strictObject({ callsOnce: functionName, per: functionName }),
  says: ({ callsOnce: once, per }) => `${once} is called exactly once for each result of ${per}`,
  judge: ({ callsOnce: once, per }, { ledger }) => {
    /** How often each address that was given has been taken back. An address that is given again begins anew. */
    const given = new Map<string, number>();
    for (const { function: called, arguments: args, result } of callsOf(ledger)) {
      if (called === once) {
        for (const key of args.flatMap(keyOf)) {
          const times = given.get(key);
          if (times === 1) return `${once} was called a second time with one result of ${per}`;
          if (times === 0) given.set(key, 1);
        }
      }
      if (called === per && result) for (const key of keyOf(result)) given.set(key, 0);
    }
    const left = [...given.values()].filter((times) => times === 0).length;
    return left === 0 ? null : `${once} was never called with ${left} of the ${given.size} results of ${per}`;
  },
};

/** What a pointer or a number that is an id is known by. */
function keyOf(value: Value): string[] {
  if (value.kind === "pointer") return value.address === 0 ? [] : [`${value.library} ${value.address}`];
  return value.kind === "number" && value.value >= 0 ? [`number ${value.value}`] : [];
}
