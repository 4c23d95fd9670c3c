import { MAX_LIST_LENGTH, MAX_VALUE_DEPTH } from "../limits.ts";
import { isNumber, NUMBERS, read, ValueTag } from "./encoding.ts";
import type { Value } from "./value.ts";

/** What values are read from: a `Trace`. */
export interface ValueSource {
  /** How many strings it has. */
  readonly strings: number;
  /** A string by its id; empty for 0 and for ids that are not there. */
  string(id: number): string;
  /** One number of the value pool; undefined outside. */
  number(offset: number): number | undefined;
}

/**
 * Reads a list of values: its length, then each. What a `ValueCheck` accepts comes back as it was written; of anything
 * else, a list that is too long is empty and a value that is none is `undefined`. It never throws.
 */
export const readValues = (source: ValueSource, offset: number): Value[] => new Cursor(source, offset).list(0);

/** Reads one value, as `readValues` does those of a list. */
export const readValue = (source: ValueSource, offset: number): Value => new Cursor(source, offset).value(0);

class Cursor {
  readonly #source: ValueSource;
  #at: number;
  /** Values that lists may still have. */
  #left = MAX_LIST_LENGTH;

  constructor(source: ValueSource, offset: number) {
    this.#source = source;
    this.#at = offset;
  }

  list(depth: number): Value[] {
    const length = this.#source.number(this.#at++);
    if (!isNumber("u32", length, 0) || length > this.#left || depth > MAX_VALUE_DEPTH) return [];
    this.#left -= length;
    return Array.from({ length }, () => this.value(depth));
  }

  value(depth: number): Value {
    const source = this.#source;
    const tag = source.number(this.#at++) as ValueTag;
    const kinds = NUMBERS[tag] as (typeof NUMBERS)[ValueTag] | undefined;
    if (kinds === undefined) return { kind: "undefined" };
    const numbers: number[] = [];
    for (const kind of kinds) {
      const number = source.number(this.#at++);
      if (!isNumber(kind, number, source.strings)) return { kind: "undefined" };
      numbers.push(number);
    }
    if (tag === ValueTag.Struct)
      return { kind: "struct", name: source.string(numbers[0]!), fields: this.list(depth + 1) };
    const [first, second, third] = numbers as [number, number, number];
    return read[tag](first, second, third);
  }
}
