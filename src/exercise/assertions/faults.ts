import * as v from "valibot";
import type { FaultCode } from "../../faults/codes.ts";
import type { Fault } from "../../ledger/snapshot.ts";
import type { AssertionKind, JudgedRun } from "./assertion.ts";

/** The faults of a run. */
export const faultsOf = ({ ledger }: JudgedRun): readonly Fault[] => ledger.at(ledger.length).faults;

/** `FFI003 at line 12: free_string released "text" a second time` */
export function faultText({ code, message, location }: Fault): string {
  const line = location.typescript?.line;
  return `${code}${line === undefined ? "" : ` at line ${line}`}: ${message}`;
}

/** An assertion that is one word, and fails by the first fault of certain codes. */
export function withoutFaults<const Name extends string>(
  name: Name,
  says: string,
  faults: readonly FaultCode[],
): AssertionKind<Name> {
  return {
    name,
    schema: v.literal(name),
    says: () => says,
    judge: (_assertion, run) => {
      const fault = faultsOf(run).find(({ code }) => faults.includes(code));
      return fault ? faultText(fault) : null;
    },
    faults,
  };
}
