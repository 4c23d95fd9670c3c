import * as v from "valibot";
import type { AssertionKind } from "./assertion.ts";

/** At the end every callback that the answer made is closed, and C has none of them any more. */
export const everyCallbackClosed: AssertionKind<"everyCallbackClosed"> = {
  name: "everyCallbackClosed",
  schema: v.literal("everyCallbackClosed"),
  says: () => "Every callback is closed",
  judge: (_assertion, { ledger }) => {
    const open = ledger.callbacks(ledger.length).filter(({ closed }) => !closed);
    const [first] = open;
    if (!first) return null;
    const line = first.made.typescript?.line;
    return `the callback ${first.label}${line === undefined ? "" : `, made at line ${line},`} was never closed`;
  },
  faults: ["FFI020"],
};
