import { readEvent, type TraceEvent } from "./event.ts";
import type { TraceBatch } from "./format.ts";
import { ValuePool } from "./values/pool.ts";

/** The batches of one run, as one sequence. */
export class Trace {
  readonly #batches: TraceBatch[] = [];
  readonly #strings: string[] = [];
  readonly #values = new ValuePool();
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Number of strings so far; the next one's id is one more. */
  get strings(): number {
    return this.#strings.length;
  }

  append(batch: TraceBatch): void {
    this.#batches.push(batch);
    this.#length += batch.kind.length;
    this.#values.append(batch.values);
    for (const text of batch.strings) this.#strings.push(text);
  }

  /** @throws RangeError outside of the trace. */
  event(index: number): TraceEvent {
    const batch = this.#batches[lastAtMost(this.#batches, index, (candidate) => candidate.first)];
    const i = batch ? index - batch.first : -1;
    if (batch?.kind[i] === undefined) throw new RangeError(`the trace has no event ${index}`);
    return readEvent(batch, i);
  }

  /** A string by its id; empty for 0 and for ids that are not there. */
  string(id: number): string {
    return this.#strings[id - 1] ?? "";
  }

  /** One number of the value pool; undefined outside. */
  number(offset: number): number | undefined {
    return this.#values.at(offset);
  }
}

/** Index of the last item whose key is at most `wanted`, in items sorted by it; -1 when there is none. */
export function lastAtMost<T>(items: readonly T[], wanted: number, key: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (key(items[middle] as T) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
