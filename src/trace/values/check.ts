import { MAX_LIST_LENGTH, MAX_VALUE_DEPTH } from "../limits.ts";
import { isNumber, NUMBERS, ValueTag } from "./encoding.ts";
import type { ValuePool } from "./pool.ts";

/**
 * Walks encoded values, to see that they can be read without running out of them, without following a count that no
 * writer writes, and without naming a string that was never sent. Reading them later costs no more than the walk.
 */
export class ValueCheck {
  readonly #pool: ValuePool;
  #at = 0;
  /** Values that lists may still have. */
  #left = 0;
  #strings = 0;

  /** @param pool the values of the trace so far; it may grow between two walks. */
  constructor(pool: ValuePool) {
    this.#pool = pool;
  }

  /**
   * @param strings how many strings the trace has so far.
   * @returns how many numbers of the pool the value or list takes, or null when it cannot be read.
   */
  walk(offset: number, shape: "one" | "list", strings: number): number | null {
    this.#at = offset;
    this.#left = MAX_LIST_LENGTH;
    this.#strings = strings;
    return (shape === "one" ? this.#value(0) : this.#list(0)) ? this.#at - offset : null;
  }

  #list(depth: number): boolean {
    const count = this.#pool.at(this.#at++);
    if (!isNumber("u32", count, 0) || count > this.#left || depth > MAX_VALUE_DEPTH) return false;
    this.#left -= count;
    for (let i = 0; i < count; i += 1) if (!this.#value(depth)) return false;
    return true;
  }

  #value(depth: number): boolean {
    const tag = this.#pool.at(this.#at++);
    const numbers = NUMBERS[tag as ValueTag] as (typeof NUMBERS)[ValueTag] | undefined;
    if (numbers === undefined) return false;
    for (let i = 0; i < numbers.length; i += 1)
      if (!isNumber(numbers[i]!, this.#pool.at(this.#at++), this.#strings)) return false;
    return tag !== ValueTag.Struct || this.#list(depth + 1);
  }
}
