import { EventKind } from "../trace/format.ts";
import type { Trace } from "../trace/reader.ts";

/** A `Ledger`, or as much of one as is asked here. */
interface Run {
  readonly trace: Trace;
}

interface BlockId {
  readonly library: number;
  readonly block: number;
}

/** Most events that one stop takes in: a trace is not trusted to be sane. */
const LONGEST = 64;

/**
 * Whether an event says more about the one before it: whose a block is that has just come to be, who points at a block
 * that has just got an owner, what of the leaks C still holds. Between the two there is nothing to see.
 */
function belongsToTheOneBefore(trace: Trace, index: number): boolean {
  if (index <= 0 || index >= trace.length) return false;
  const event = trace.event(index);
  // What memory held is nothing that happens: it belongs to whatever the looking was about.
  if (event.kind === EventKind.MemorySamples) return true;
  let earlier = index - 1;
  for (let i = 0; i < LONGEST && earlier > 0 && trace.event(earlier).kind === EventKind.MemorySamples; i += 1)
    earlier -= 1;
  const before = trace.event(earlier);
  // Where C holds what has leaked is said before the leaks are.
  if (before.kind === EventKind.Held) return event.kind === EventKind.Held || event.kind === EventKind.Fault;
  if (event.kind === EventKind.Own) return before.kind === EventKind.Alloc && isOfSameBlock(before, event);
  if (event.kind === EventKind.Point) return before.kind === EventKind.Own && isOfSameBlock(before, event);
  return false;
}

const isOfSameBlock = (one: BlockId, other: BlockId): boolean =>
  one.library === other.library && one.block === other.block;

/** Whether a reader may stand at a step: 0, the end, and every step that leaves nothing half said. */
export const isStop = ({ trace }: Run, step: number): boolean => !belongsToTheOneBefore(trace, step);

/** The stop after a step; the end's is the end. */
export function nextStop(run: Run, step: number): number {
  let next = Math.min(step + 1, run.trace.length);
  for (let i = 0; i < LONGEST && !isStop(run, next); i += 1) next += 1;
  return next;
}

/** The stop before a step; the beginning's is the beginning. */
export function previousStop(run: Run, step: number): number {
  let previous = Math.max(step - 1, 0);
  for (let i = 0; i < LONGEST && !isStop(run, previous); i += 1) previous -= 1;
  return previous;
}

/** Index of the event that a step is about: its last one, or the one that the last only completes. -1 before the first. */
export function subjectOf(run: Run, step: number): number {
  let index = step - 1;
  while (index > 0 && !isStop(run, index)) index -= 1;
  return index;
}
