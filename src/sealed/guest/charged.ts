import { Operation } from "../operations.ts";
import { ask } from "./host.ts";

/**
 * The engine looks at its limits between steps of a program, and not inside of some of its own functions, whose loops a length
 * drives. Those tell the host what they are about to do, and it counts that as work. A length that is one thing when it is asked
 * for and another when it is used is left to the clock.
 */
export function chargeLongLoops(): void {
  for (const key of LOOPS) charged(Array.prototype, key, (self, args) => lengthOf(self) + costOfArguments(key, args));
  charged(Array.prototype, "flat", (self, [depth]) => flatLength(self, depth === undefined ? 1 : Number(depth)));
  for (const key of ["indexOf", "lastIndexOf", "includes", "split", "replaceAll"] as const) {
    charged(String.prototype, key, searchCost);
  }
}

/** Methods of arrays that do not call back. */
const LOOPS =
  "concat copyWithin fill join reverse shift slice splice unshift toReversed toSorted toSpliced sort with".split(" ");

/** Elements that are not worth telling. */
const CHEAP = 4096;
/** Characters of a text that is looked for from which on a search may take many looks at each place. */
const LONG_NEEDLE = 64;
/** Comparisons of characters for one step. */
const COMPARISONS_OF_A_STEP = 32;

type Cost = (self: unknown, args: readonly unknown[]) => number;

function charged(holder: object, key: string, cost: Cost): void {
  const method = Reflect.get(holder, key) as ((...args: unknown[]) => unknown) | undefined;
  if (typeof method !== "function") return;
  const { apply } = Reflect;
  const telling = {
    [key](this: unknown, ...args: unknown[]): unknown {
      const steps = cost(this, args);
      if (steps > CHEAP) ask(Operation.Charge, steps);
      return apply(method, this, args);
    },
  }[key]!;
  Object.defineProperty(telling, "length", { value: method.length, configurable: true });
  Object.defineProperty(holder, key, { value: telling, writable: true, configurable: true });
}

function lengthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const length = Number((value as ArrayLike<unknown>).length);
  return length > 0 ? length : 0;
}

/** What `concat` takes up besides. */
function costOfArguments(key: string, args: readonly unknown[]): number {
  let cost = 0;
  if (key === "concat") for (const arg of args) cost += lengthOf(arg);
  return cost;
}

function flatLength(list: unknown, depth: number): number {
  const length = lengthOf(list);
  // Where there are more, it is too many already.
  if (!Array.isArray(list) || depth < 1 || length > 10_000_000) return length;
  let cost = length;
  for (const inner of list as unknown[]) if (Array.isArray(inner)) cost += flatLength(inner, depth - 1);
  return cost;
}

function searchCost(self: unknown, [needle]: readonly unknown[]): number {
  if (typeof self !== "string" || typeof needle !== "string" || needle.length < LONG_NEEDLE) return 0;
  return (self.length * needle.length) / COMPARISONS_OF_A_STEP;
}
