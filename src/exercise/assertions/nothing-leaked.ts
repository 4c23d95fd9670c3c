import * as v from "valibot";
import { formatBytes, plural } from "../../ledger/index.ts";
import type { AssertionKind } from "./assertion.ts";

/** At the end the answer has released all that it had to release. */
export const nothingLeaked: AssertionKind<"nothingLeaked"> = {
  name: "nothingLeaked",
  schema: v.literal("nothingLeaked"),
  says: () => "Nothing is leaked",
  judge: (_assertion, { ledger }) => {
    const { blocks, totals, end } = ledger.at(ledger.length);
    if (end?.leaks !== "judged") return "the run did not come to its end, so what it leaked is not known";
    const [first] = blocks.filter(({ state }) => state === "leaked");
    if (!first) return null;
    const line = first.allocated.typescript?.line;
    const where = line === undefined ? "" : `, allocated at line ${line}`;
    const others = totals.leakedBlocks > 1 ? `, and ${plural(totals.leakedBlocks - 1, "other block")}` : "";
    return `${first.label} (${formatBytes(first.bytes)}${where})${others} was never released`;
  },
  faults: ["FFI002"],
};
