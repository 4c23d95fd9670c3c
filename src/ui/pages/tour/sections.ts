import { tourHeading, type TourStop } from "../../../course/tour.ts";
import type { ConsoleLine, Snapshot } from "../../../ledger/snapshot.ts";

/** What one demonstration of the tour did. */
export interface TourSection {
  readonly stop: TourStop;
  readonly lines: readonly ConsoleLine[];
  /** Blocks of the heap that came to be. */
  readonly blocks: number;
  /** Calls over the boundary, in either direction. */
  readonly crossings: number;
  readonly bytesCopied: number;
  readonly faults: number;
}

/**
 * Cuts a run of the tour at its headings. What has not begun yet is not among the sections.
 *
 * @param at how things stood after so many events, as `Ledger.at`
 * @param length how many events there are
 */
export function tourSections(
  stops: readonly TourStop[],
  at: (step: number) => Snapshot,
  length: number,
): readonly TourSection[] {
  const end = at(length);
  const begun = stops.flatMap((stop) => {
    const heading = end.console.find(({ text }) => text === tourHeading(stop));
    return heading ? [{ stop, from: heading.event }] : [];
  });
  return begun.map(({ stop, from }, index) => {
    const to = begun[index + 1]?.from ?? length;
    const before = at(from);
    const after = at(to);
    return {
      stop,
      lines: end.console.filter(({ event }) => event > from && event < to),
      blocks: heapBlocks(after) - heapBlocks(before),
      crossings: after.crossings - before.crossings,
      bytesCopied: after.totals.bytesCopied - before.totals.bytesCopied,
      faults: after.faults.length - before.faults.length,
    };
  });
}

const heapBlocks = ({ blocks }: Snapshot): number => blocks.filter(({ owner }) => owner !== "static").length;
