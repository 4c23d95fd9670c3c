import type { Pointer } from "./pointer-type.ts";

/** C numbers that become a TypeScript `number`. Out of range is FFI019, not a silent wrap. */
export type NumberType = "i8" | "u8" | "i16" | "u16" | "i32" | "u32" | "f32" | "f64" | "isize" | "usize";

/** What a field of a struct may be. */
export type FieldType = NumberType | "bool" | "i64" | "u64" | "pointer" | "function" | StructType | FixedArray;

/**
 * A C struct: its fields in C's order, each at the offset that C gives it on wasm32 (pointers have 4 bytes, a field is
 * aligned to its own size, a struct to its largest field).
 */
export interface StructType<T = unknown> {
  readonly kind: "struct";
  /** Size in bytes, the padding at its end included. */
  readonly byteLength: number;
  /** Alignment in bytes. */
  readonly alignment: number;
  readonly fields: readonly StructField[];
  /** Only for types: what a value of the struct is in TypeScript. */
  readonly value?: T;
}

/** One field of a struct, laid out. */
export interface StructField {
  readonly name: string;
  readonly type: FieldType;
  /** Bytes from the struct's start. */
  readonly offset: number;
  readonly byteLength: number;
}

/** The TypeScript value of a field of this type. */
export type FieldValue<T> = T extends NumberType
  ? number
  : T extends "i64" | "u64"
    ? bigint
    : T extends "bool"
      ? boolean
      : T extends "pointer" | "function"
        ? Pointer | null
        : T extends StructType<infer V> | FixedArray<infer V>
          ? V
          : never;

/** The TypeScript value of a struct declared with these fields. */
export type StructValue<F> = { -readonly [K in keyof F]: FieldValue<F[K]> };

/** A field that is neither a struct nor an array. @internal */
export type Scalar = Exclude<FieldType, StructType | FixedArray>;

/** An array inside a struct, as C's `int16_t samples[3]`. It is part of the struct's own memory, not a pointer. */
export interface FixedArray<T = unknown> {
  readonly kind: "array";
  readonly element: FieldType;
  /** How many elements it has. */
  readonly length: number;
  /** Size in bytes. */
  readonly byteLength: number;
  /** Alignment in bytes: its element's. */
  readonly alignment: number;
  /** Only for types: what its value is in TypeScript. */
  readonly value?: T;
}
