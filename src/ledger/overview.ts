import type { Ledger } from "./ledger.ts";

/** A run as a picture of a few hundred columns can show it: a sample for the eye, whatever its length. */
export interface Overview {
  /** Events of the run, or so far. */
  readonly length: number;
  /** Bytes allocated at evenly spaced steps, the first 0 and the last `length`. */
  readonly liveBytes: readonly number[];
  readonly peakBytes: number;
  /** Places of faults as fractions of the run's length, each column's first. */
  readonly faults: readonly number[];
}

/**
 * The run's first `length` events. Costs as much as the picture has columns and the run has faults, not as it is long.
 */
export function overview(ledger: Ledger, length: number, columns: number): Overview {
  const liveBytes = Array.from(
    { length: columns + 1 },
    (_, column) => ledger.totals(Math.round((column * length) / columns)).liveBytes,
  );
  const faults: number[] = [];
  let next = -1;
  for (const event of ledger.faultEvents) {
    if (event >= length) break;
    const column = Math.floor((event * columns) / length);
    if (column < next) continue;
    next = column + 1;
    faults.push((event + 1) / length);
  }
  return { length, liveBytes, peakBytes: ledger.totals(length).peakBytes, faults };
}
