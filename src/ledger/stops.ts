import type { Ledger } from "./ledger.ts";

interface BlockId {
  readonly library: string;
  readonly block: number;
}

/** Most events that one stop takes in: a trace is not trusted to be sane. */
const LONGEST = 64;

/**
 * Whether an event says more about the one before it: whose a block is that has just come to be, who points at a block
 * that has just got an owner, what of the leaks C still holds. Between the two there is nothing to see.
 */
function belongsToTheOneBefore(ledger: Ledger, index: number): boolean {
  if (index <= 0 || index >= ledger.length) return false;
  const event = ledger.event(index);
  // What memory held is nothing that happens: it belongs to whatever the looking was about.
  if (event.kind === "memorySamples") return true;
  let earlier = index - 1;
  for (let i = 0; i < LONGEST && earlier > 0 && ledger.event(earlier).kind === "memorySamples"; i += 1) earlier -= 1;
  const before = ledger.event(earlier);
  // Where C holds what has leaked is said before the leaks are.
  if (before.kind === "held") return event.kind === "held" || event.kind === "fault";
  if (event.kind === "own") return before.kind === "alloc" && isOfSameBlock(before, event);
  if (event.kind === "point") return before.kind === "own" && isOfSameBlock(before, event);
  return false;
}

const isOfSameBlock = (one: BlockId, other: BlockId): boolean =>
  one.library === other.library && one.block === other.block;

/** Whether a reader may stand at a step: 0, the end, and every step that leaves nothing half said. */
export const isStop = (ledger: Ledger, step: number): boolean => !belongsToTheOneBefore(ledger, step);

/** The stop after a step; the end's is the end. */
export function nextStop(ledger: Ledger, step: number): number {
  let next = Math.min(step + 1, ledger.length);
  for (let i = 0; i < LONGEST && !isStop(ledger, next); i += 1) next += 1;
  return next;
}

/** The stop before a step; the beginning's is the beginning. */
export function previousStop(ledger: Ledger, step: number): number {
  let previous = Math.max(step - 1, 0);
  for (let i = 0; i < LONGEST && !isStop(ledger, previous); i += 1) previous -= 1;
  return previous;
}

/** Index of the event that a step is about: its last one, or the one that the last only completes. -1 before the first. */
export function subjectOf(ledger: Ledger, step: number): number {
  let index = step - 1;
  while (index > 0 && !isStop(ledger, index)) index -= 1;
  return index;
}
