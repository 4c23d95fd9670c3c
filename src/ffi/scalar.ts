import type { NativeType } from "./native-types.ts";
import type { StructType } from "./struct-type.ts";

/**
 * Types whose values cross the boundary as JavaScript's own numbers. A call that has no others needs nothing prepared and
 * nothing cleaned up; these functions are what is left of its conversions, written so that an engine can put them in line.
 */
const SCALAR = { i32: 1, u32: 2, usize: 2, i8: 3, u8: 4, i16: 5, u16: 6, f32: 7, f64: 7 } as const;
export type Scalar = (typeof SCALAR)[keyof typeof SCALAR];

/** What a result may be besides. */
const PLAIN_RESULT = { ...SCALAR, void: 8, bool: 9 } as const;
export type PlainResult = (typeof PLAIN_RESULT)[keyof typeof PLAIN_RESULT];

/** Null for a type that is none. */
export function scalarOf(type: NativeType | StructType): Scalar | null {
  return typeof type === "string" && type in SCALAR ? SCALAR[type as keyof typeof SCALAR] : null;
}

export function plainResultOf(type: NativeType | StructType): PlainResult | null {
  return typeof type === "string" && type in PLAIN_RESULT ? PLAIN_RESULT[type as keyof typeof PLAIN_RESULT] : null;
}

/** Whether WebAssembly can be given the value as it is. What cannot goes the long way, which says what is wrong with it. */
export function fits(scalar: Scalar, value: unknown): value is number {
  if (typeof value !== "number") return false;
  switch (scalar) {
    case 1:
      return (value | 0) === value;
    case 2:
      return value >>> 0 === value;
    case 3:
      return (value << 24) >> 24 === value;
    case 4:
      return (value & 0xff) === value;
    case 5:
      return (value << 16) >> 16 === value;
    case 6:
      return (value & 0xffff) === value;
    default:
      return true;
  }
}

/** What WebAssembly returned, as TypeScript sees it. */
export function plainResult(type: PlainResult, raw: number): number | boolean | undefined {
  switch (type) {
    case 2:
      return raw >>> 0;
    case 4:
      return raw & 0xff;
    case 6:
      return raw & 0xffff;
    case 8:
      return undefined;
    case 9:
      return raw !== 0;
    default:
      return raw;
  }
}

/** Makes a call that numbers alone do not explain the long way, with as many arguments as the program gave. */
export function again(long: (...args: unknown[]) => unknown, got: number, ...known: unknown[]): unknown {
  return long(...Array.from({ length: got }, (_, index) => known[index]));
}
