import type { Value } from "./value.ts";

/**
 * How a value that crossed the boundary stands in a trace's pool of numbers: a tag, then as many numbers as the tag has,
 * then for a struct its fields as a list. A list is its length and then its values.
 *
 * Everything that depends on it is here: what is written, what is accepted, and what is read.
 */
export const ValueTag = {
  Undefined: 0,
  Number: 1,
  /** low and high 32 bits, both unsigned; the sign is that of the declared type */
  BigInt: 2,
  /** 0 or 1 */
  Boolean: 3,
  /** address, block id or 0, library id. Null is address 0 */
  Pointer: 4,
  /** address of the copy in C memory, byte length */
  Buffer: 5,
  /** address, callback id or 0 */
  Function: 6,
  /** string id of the struct's name; its fields follow */
  Struct: 7,
} as const;
export type ValueTag = (typeof ValueTag)[keyof typeof ValueTag];

/** What one number of an encoded value is. */
type NumberKind = "any" | "u32" | "bit" | "string";

/** The numbers after each tag. */
export const NUMBERS: Readonly<Record<ValueTag, readonly NumberKind[]>> = {
  [ValueTag.Undefined]: [],
  [ValueTag.Number]: ["any"],
  [ValueTag.BigInt]: ["u32", "u32"],
  [ValueTag.Boolean]: ["bit"],
  [ValueTag.Pointer]: ["u32", "u32", "u32"],
  [ValueTag.Buffer]: ["u32", "u32"],
  [ValueTag.Function]: ["u32", "u32"],
  [ValueTag.Struct]: ["string"],
};

/** How many numbers follow each tag. */
export const NUMBER_COUNT = Uint8Array.from(
  Object.values(ValueTag).sort((a, b) => a - b),
  (tag) => NUMBERS[tag].length,
);

const MAX_U32 = 0xffff_ffff;

/**
 * Whether a number of the pool may stand where this kind of number is expected.
 *
 * @param number undefined outside of the pool.
 * @param strings how many strings the trace has.
 */
export function isNumber(kind: NumberKind, number: number | undefined, strings: number): number is number {
  if (number === undefined) return false;
  if (kind === "any") return true;
  const largest = kind === "u32" ? MAX_U32 : kind === "bit" ? 1 : strings;
  return Number.isInteger(number) && number >= 0 && number <= largest;
}

/** What values are written to: a `TraceWriter`. */
export interface ValueSink {
  value(tag: ValueTag, first?: number, second?: number, third?: number): void;
  count(length: number): void;
  string(text: string): number;
}

/** Each kind of value as the numbers behind its tag. Of a struct it is the head: as many values as it has fields have to follow. */
export const write = {
  undefined: (to: ValueSink): void => to.value(ValueTag.Undefined),
  number: (to: ValueSink, value: number): void => to.value(ValueTag.Number, value),
  /** @param value its low 64 bits are what C has. */
  bigint(to: ValueSink, value: bigint): void {
    const bits = BigInt.asUintN(64, value);
    to.value(ValueTag.BigInt, Number(bits & 0xffff_ffffn), Number(bits >> 32n));
  },
  boolean: (to: ValueSink, value: boolean): void => to.value(ValueTag.Boolean, value ? 1 : 0),
  /** @param block 0 when the address is in no block that the trace knows. */
  pointer: (to: ValueSink, address: number, block: number, library: number): void =>
    to.value(ValueTag.Pointer, address, block, library),
  buffer: (to: ValueSink, address: number, bytes: number): void => to.value(ValueTag.Buffer, address, bytes),
  /** @param callback 0 for a function of C's own. */
  function: (to: ValueSink, address: number, callback: number): void => to.value(ValueTag.Function, address, callback),
  struct(to: ValueSink, name: string, fields: number): void {
    to.value(ValueTag.Struct, to.string(name));
    to.count(fields);
  },
};

/** The values back from the numbers behind their tags; a struct's fields are read by the caller. */
export const read = {
  [ValueTag.Undefined]: (): Value => ({ kind: "undefined" }),
  [ValueTag.Number]: (value: number): Value => ({ kind: "number", value }),
  [ValueTag.BigInt]: (low: number, high: number): Value => ({
    kind: "bigint",
    value: (BigInt(high) << 32n) | BigInt(low),
  }),
  [ValueTag.Boolean]: (bit: number): Value => ({ kind: "boolean", value: bit === 1 }),
  [ValueTag.Pointer]: (address: number, block: number, library: number): Value => ({
    kind: "pointer",
    address,
    block,
    library,
  }),
  [ValueTag.Buffer]: (address: number, bytes: number): Value => ({ kind: "buffer", address, bytes }),
  [ValueTag.Function]: (address: number, callback: number): Value => ({ kind: "function", address, callback }),
} satisfies Record<Exclude<ValueTag, 7>, (...numbers: number[]) => Value>;
