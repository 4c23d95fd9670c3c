import type { Ledger } from "./ledger.ts";

/** Which crossings a reader wants to see. */
export interface CrossingFilter {
  /** The function's name; null for all. */
  readonly function: string | null;
  readonly direction: "call" | "callback" | null;
  /** Only those in which something went wrong. */
  readonly faulty: boolean;
}

export const EVERY_CROSSING: CrossingFilter = { function: null, direction: null, faulty: false };

/**
 * Indices of the crossings begun by `step` that pass, in order; null when all do, for a run may have a million.
 */
export function filterCrossings(ledger: Ledger, filter: CrossingFilter, step: number): readonly number[] | null {
  const { function: name, direction, faulty } = filter;
  if (faulty) {
    const wrong = ledger.faultyCrossings().filter((index) => ledger.isFaulty(index, step));
    return wrong.filter((index) => passes(ledger.crossingKey(index), name, direction));
  }
  if (name === null && direction === null) return null;
  const found: number[] = [];
  const count = ledger.crossings(step);
  for (let index = 0; index < count; index += 1) {
    if (passes(ledger.crossingKey(index), name, direction)) found.push(index);
  }
  return found;
}

const passes = (
  key: { readonly direction: "call" | "callback"; readonly function: string },
  name: string | null,
  direction: CrossingFilter["direction"],
): boolean => (name === null || key.function === name) && (direction === null || key.direction === direction);
