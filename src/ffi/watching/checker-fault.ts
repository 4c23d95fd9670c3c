import type { Finding } from "../../faults/classify.ts";

/** What the checker has found, by its numbers, see `c-sources/checker/hooks.h`. */
const FINDINGS: Readonly<Record<number, Finding>> = {
  1: "read",
  2: "write",
  3: "double-free",
  4: "invalid-free",
  5: "unterminated",
  6: "overlap",
  7: "stack-exhausted",
};

/** The finding of a number. @throws RangeError for one that the checker does not have. */
export function findingOf(kind: number): Finding {
  const finding = FINDINGS[kind];
  if (finding === undefined) throw new RangeError(`the checker has no finding ${kind}`);
  return finding;
}

/** The flag of a global that must not be written in the checker's record of it, see `src/toolchain/assembly/constants.ts`. */
export const CONSTANT_GLOBAL = 1;
