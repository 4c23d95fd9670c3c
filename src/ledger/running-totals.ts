import { lastAtMost } from "./trace.ts";
import type { Totals } from "./moment.ts";

interface Entry extends Totals {
  readonly event: number;
}

const NONE: Totals = {
  liveBlocks: 0,
  liveBytes: 0,
  peakBytes: 0,
  leakedBlocks: 0,
  leakedBytes: 0,
  calls: 0,
  bytesCopied: 0,
};

/** The totals after each event that changed them. */
export class RunningTotals {
  readonly #entries: Entry[] = [];

  /** Adds to the totals as of this event. */
  add(event: number, change: Partial<Omit<Totals, "peakBytes">>): void {
    const before: Totals = this.#entries.at(-1) ?? NONE;
    const liveBytes = before.liveBytes + (change.liveBytes ?? 0);
    this.#entries.push({
      event,
      liveBlocks: before.liveBlocks + (change.liveBlocks ?? 0),
      liveBytes,
      peakBytes: Math.max(before.peakBytes, liveBytes),
      leakedBlocks: before.leakedBlocks + (change.leakedBlocks ?? 0),
      leakedBytes: before.leakedBytes + (change.leakedBytes ?? 0),
      calls: before.calls + (change.calls ?? 0),
      bytesCopied: before.bytesCopied + (change.bytesCopied ?? 0),
    });
  }

  /** The totals when `step` events have happened. */
  at(step: number): Totals {
    return this.#entries[lastAtMost(this.#entries, step - 1, (entry) => entry.event)] ?? NONE;
  }
}
