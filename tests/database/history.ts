import type { Store } from "./store.ts";

/** A change: a key with its new value, or with null to delete it. */
export type Change = readonly [key: string, value: string | null];

/** A file of known history: what it held after each of its records. */
export interface History {
  readonly bytes: Uint8Array;
  /** Where each record begins, and the file's length last. The first record is behind the first line. */
  readonly boundaries: readonly number[];
  /** What the file held before each boundary: as many as there are boundaries. */
  readonly states: readonly Readonly<Record<string, string>>[];
  readonly keys: readonly string[];
}

export const FIRST_LINE_BYTES = 8;

/** A record's bytes besides its texts. */
export const RECORD_BYTES = 12;

const length = (text: string): number => new TextEncoder().encode(text).length;

/** The bytes of a change's record, from the description of the format and not from the library. */
export const recordBytes = ([key, value]: Change): number => RECORD_BYTES + length(key) + length(value ?? "");

/** Writes the changes into a new file at `path`. */
export function writeHistory(store: Store, changes: readonly Change[], path = "/test.db"): History {
  store.writeFile(new Uint8Array(), path);
  const db = store.open(path);
  const boundaries = [FIRST_LINE_BYTES];
  const states: Record<string, string>[] = [{}];
  for (const change of changes) {
    const [key, value] = change;
    const state = { ...states.at(-1) };
    const code = value === null ? store.delete(db, key) : store.set(db, key, value);
    if (code !== 0) throw new Error(`${key}: ${code}`);
    if (value === null) delete state[key];
    else state[key] = value;
    states.push(state);
    boundaries.push(boundaries.at(-1)! + recordBytes(change));
  }
  store.close(db);
  const bytes = store.readFile(path)!;
  return { bytes, boundaries, states, keys: [...new Set(changes.map(([key]) => key))] };
}
