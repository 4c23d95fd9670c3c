import type { TraceBatch } from "../../src/trace/format.ts";

/** The columns of a whole trace that have to be the same wherever a program ran; when something happened does not. */
export const COLUMNS = ["kind", "span", "cLocation", "a", "b", "c", "d", "values", "strings"] as const;
export type Columns = Record<(typeof COLUMNS)[number], unknown[]>;

export const columnsOf = (batches: readonly TraceBatch[]): Columns =>
  Object.fromEntries(
    COLUMNS.map((name) => [name, batches.flatMap((batch) => [...(batch[name] as Iterable<unknown>)])]),
  ) as Columns;
