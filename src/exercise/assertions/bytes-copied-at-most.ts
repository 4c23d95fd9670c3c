import * as v from "valibot";
import { formatCount } from "../../ledger/index.ts";
import type { AssertionKind } from "./assertion.ts";

/** The answer copies no more than so many bytes between TypeScript's memory and C's, in one behaviour. */
export const bytesCopiedAtMost: AssertionKind<{ readonly bytesCopiedAtMost: number }> = {
  name: "bytesCopiedAtMost",
  schema: v.strictObject({ bytesCopiedAtMost: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  says: ({ bytesCopiedAtMost: most }) => `At most ${formatCount(most)} bytes are copied`,
  judge: ({ bytesCopiedAtMost: most }, { ledger }) => {
    const { bytesCopied } = ledger.totals(ledger.length);
    return bytesCopied <= most ? null : `${formatCount(bytesCopied)} bytes were copied`;
  },
};
