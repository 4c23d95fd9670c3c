import { inheritsNothing } from "./inherits-nothing.ts";
import type { NativeType } from "./native-types.ts";
import type { StructType } from "./field-types.ts";

/**
 * Types whose values cross the boundary as JavaScript's own numbers. A call that has no others needs nothing prepared and
 * nothing cleaned up.
 *
 * An engine puts functions as small as these in line, however many calls there are in a loop; one function with a case
 * for each type is too large for that after a few calls.
 */

/** Whether WebAssembly can be given the value as it is. What cannot goes the long way, which says what is wrong with it. */
export type ScalarCheck = (value: unknown) => value is number;

/** What WebAssembly returned, as TypeScript sees it. */
export type PlainResult = (raw: number) => number | boolean | undefined;

const isU32: ScalarCheck = (value): value is number => typeof value === "number" && value >>> 0 === value;
const isI32: ScalarCheck = (value): value is number => typeof value === "number" && (value | 0) === value;
const isNumber: ScalarCheck = (value): value is number => typeof value === "number";

const CHECKS: Readonly<Partial<Record<NativeType, ScalarCheck>>> = inheritsNothing({
  i32: isI32,
  isize: isI32,
  u32: isU32,
  usize: isU32,
  i8: (value): value is number => typeof value === "number" && (value << 24) >> 24 === value,
  u8: (value): value is number => typeof value === "number" && (value & 0xff) === value,
  i16: (value): value is number => typeof value === "number" && (value << 16) >> 16 === value,
  u16: (value): value is number => typeof value === "number" && (value & 0xffff) === value,
  f32: isNumber,
  f64: isNumber,
});

const itself: PlainResult = (raw) => raw;
const unsigned: PlainResult = (raw) => raw >>> 0;

const RESULTS: Readonly<Partial<Record<NativeType, PlainResult>>> = inheritsNothing({
  i8: itself,
  i16: itself,
  i32: itself,
  isize: itself,
  f32: itself,
  f64: itself,
  u8: (raw) => raw & 0xff,
  u16: (raw) => raw & 0xffff,
  u32: unsigned,
  usize: unsigned,
  void: () => undefined,
  bool: (raw) => raw !== 0,
});

/** Null for a type whose values need converting. */
export function scalarCheck(type: NativeType | StructType): ScalarCheck | null {
  return (typeof type === "string" && CHECKS[type]) || null;
}

/** Null for a type whose results need converting; `void` and `bool` need none. */
export function plainResult(type: NativeType | StructType): PlainResult | null {
  return (typeof type === "string" && RESULTS[type]) || null;
}
