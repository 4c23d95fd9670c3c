import type { Snapshot } from "../../../ledger/snapshot.ts";

/** What one measurement came to, in nanoseconds of one turn: the median, and the ends of the middle half. */
export interface Figure {
  readonly group: string;
  readonly name: string;
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** The figures that a run has printed so far; other lines are left out. */
export const readFigures = (snapshot: Snapshot | null): Figure[] =>
  (snapshot?.console ?? []).map(({ text }) => readFigure(text)).filter((figure) => figure !== null);

/** Null for a line that is no figure. */
export function readFigure(line: string): Figure | null {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    return null;
  }
  const { group, name, median, low, high } = (data ?? {}) as Record<string, unknown>;
  if (typeof group !== "string" || typeof name !== "string") return null;
  if (![median, low, high].every((value) => typeof value === "number" && value > 0)) return null;
  return { group, name, median: median as number, low: low as number, high: high as number };
}

/** `8.2 ns`, `1.40 µs`, `23.1 ms`: three digits. */
export function formatNanoseconds(nanoseconds: number): string {
  if (nanoseconds >= 1e6) return `${(nanoseconds / 1e6).toPrecision(3)} ms`;
  if (nanoseconds >= 1e3) return `${(nanoseconds / 1e3).toPrecision(3)} µs`;
  return `${nanoseconds.toPrecision(3)} ns`;
}
