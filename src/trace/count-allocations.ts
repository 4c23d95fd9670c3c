import { readEvent } from "./event.ts";
import { EventKind, Owner, type TraceBatch } from "./format.ts";

/**
 * How many allocations a run made, C's and TypeScript's together, in the opened library in which there were most. A run of
 * the same program whose nth allocation fails (`RunConditions.failAllocation`) has a failure for each n up to this number,
 * and none beyond it.
 *
 * @param batches the whole trace of a run in which no allocation was asked to fail, from its first batch on
 */
export function countAllocations(batches: readonly TraceBatch[]): number {
  const counts = new Map<number, number>();
  const add = (library: number, change: 1 | -1): void => void counts.set(library, (counts.get(library) ?? 0) + change);
  for (const batch of batches) {
    for (let i = 0; i < batch.kind.length; i += 1) {
      const event = readEvent(batch, i);
      if (event.kind === EventKind.Alloc) add(event.library, 1);
      // A part of the library itself becomes a block when it is first seen, and was not allocated.
      else if (event.kind === EventKind.Own && event.owner === Owner.Static) add(event.library, -1);
    }
  }
  return Math.max(0, ...counts.values());
}
