export { formatAddress, formatBytes, formatCount, plural } from "../../ledger/format.ts";

/** Time of one crossing, at three digits: `0.021 ms`, `3.40 ms`, `1.20 s`. */
export function formatMilliseconds(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`;
  if (milliseconds >= 1) return `${milliseconds.toPrecision(3)} ms`;
  return `${milliseconds.toFixed(3)} ms`;
}
