import { FaultKind } from "../../contract/checker-abi.ts";
import type { Finding } from "../../faults/classify.ts";

/** What the checker has found, by its numbers. */
const FINDINGS: Readonly<Record<number, Finding>> = {
  [FaultKind.Read]: "read",
  [FaultKind.Write]: "write",
  [FaultKind.DoubleFree]: "double-free",
  [FaultKind.InvalidFree]: "invalid-free",
  [FaultKind.UnterminatedString]: "unterminated",
  [FaultKind.Overlap]: "overlap",
  [FaultKind.StackExhausted]: "stack-exhausted",
};

/** The finding of a number. @throws RangeError for one that the checker does not have. */
export function findingOf(kind: number): Finding {
  const finding = FINDINGS[kind];
  if (finding === undefined) throw new RangeError(`the checker has no finding ${kind}`);
  return finding;
}
