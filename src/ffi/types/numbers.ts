import type { NumberType } from "./field-types.ts";
import { inheritsNothing } from "./inherits-nothing.ts";

/** Inclusive ranges of the integer types. `usize` and `isize` have 32 bits on wasm32. */
export const INTEGER_RANGES: Readonly<Record<Exclude<NumberType, "f32" | "f64">, readonly [number, number]>> =
  inheritsNothing({
    i8: [-0x80, 0x7f],
    u8: [0, 0xff],
    i16: [-0x8000, 0x7fff],
    u16: [0, 0xffff],
    i32: [-0x80000000, 0x7fffffff],
    u32: [0, 0xffffffff],
    isize: [-0x80000000, 0x7fffffff],
    usize: [0, 0xffffffff],
  });

export const BIGINT_RANGES = inheritsNothing({
  i64: [-(2n ** 63n), 2n ** 63n - 1n],
  u64: [0n, 2n ** 64n - 1n],
} as const);
