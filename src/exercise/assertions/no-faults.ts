import type { FaultCode } from "../../faults/codes.ts";
import { faultsOf, faultText } from "./faults.ts";
import type { JudgedRun } from "./assertion.ts";

/**
 * No fault, of those of which no other assertion of the exercise speaks. It and `nothingLeaked` are always judged.
 *
 * @param spokenFor the codes that others speak of
 */
export function judgeNoFaults(run: JudgedRun, spokenFor: ReadonlySet<FaultCode>): string | null {
  const fault = faultsOf(run).find(({ code }) => !spokenFor.has(code));
  return fault ? faultText(fault) : null;
}
