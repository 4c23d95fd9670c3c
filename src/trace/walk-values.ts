import { ValueTag } from "./format.ts";
import { MAX_LIST_LENGTH, MAX_VALUE_DEPTH } from "./limits.ts";
import type { ValuePool } from "./value-pool.ts";

const MAX_U32 = 0xffff_ffff;
const isU32 = (value: number | undefined): value is number =>
  value !== undefined && Number.isInteger(value) && value >= 0 && value <= MAX_U32;

/**
 * Walks encoded values, to see that they can be read without running out of them, without following a count nobody
 * would write, and without naming a string that was never sent. Reading them later then costs no more than the walk.
 *
 * @param pool the values of the trace so far.
 * @param strings how many strings the trace has so far.
 * @returns how many numbers they take, or null when they cannot be read.
 */
export function walkValues(pool: ValuePool, at: number, shape: "one" | "list", strings: number): number | null {
  let position = at;
  let budget = MAX_LIST_LENGTH;

  const numbers = (count: number): boolean => {
    for (let i = 0; i < count; i++) if (!isU32(pool.at(position++))) return false;
    return true;
  };
  const list = (depth: number): boolean => {
    const count = pool.at(position++);
    if (!isU32(count) || count > budget || depth > MAX_VALUE_DEPTH) return false;
    budget -= count;
    for (let i = 0; i < count; i++) if (!value(depth)) return false;
    return true;
  };
  const value = (depth: number): boolean => {
    switch (pool.at(position++)) {
      case ValueTag.Undefined:
        return true;
      case ValueTag.Number:
        return pool.at(position++) !== undefined;
      case ValueTag.Boolean:
        return (pool.at(position++) ?? 2) <= 1;
      case ValueTag.BigInt:
      case ValueTag.Buffer:
      case ValueTag.Function:
        return numbers(2);
      case ValueTag.Pointer:
        return numbers(3);
      case ValueTag.Struct: {
        const name = pool.at(position++);
        return isU32(name) && name <= strings && list(depth + 1);
      }
      default:
        return false;
    }
  };
  return (shape === "one" ? value(0) : list(0)) ? position - at : null;
}
