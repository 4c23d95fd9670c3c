import { describe } from "./describe.ts";
import type { FieldType, FieldValue, FixedArray, Scalar, StructField, StructType } from "./field-types.ts";

const SIZES: Readonly<Record<Scalar, number>> = {
  i8: 1,
  u8: 1,
  bool: 1,
  i16: 2,
  u16: 2,
  i32: 4,
  u32: 4,
  isize: 4,
  usize: 4,
  f32: 4,
  pointer: 4,
  function: 4,
  i64: 8,
  u64: 8,
  f64: 8,
};

/**
 * Declares a C struct by its fields, in C's order.
 *
 * @example
 * import { dlopen, struct } from "ffi";
 *
 * const Point = struct({ x: "f64", y: "f64" });
 * using structs = dlopen("structs", { calculate_distance: { parameters: [Point, Point], result: "f64" } });
 * console.log(Point.byteLength, structs.symbols.calculate_distance({ x: 0, y: 0 }, { x: 3, y: 4 })); // 16 5
 *
 * @throws TypeError when a field has no such type, or there is none.
 */
export function struct<const F extends Readonly<Record<string, FieldType>>>(
  fields: F,
): StructType<{ -readonly [K in keyof F]: FieldValue<F[K]> }> {
  if (typeof fields !== "object" || fields === null) {
    throw new TypeError(`struct(fields) takes an object of names and types, got ${describe(fields)}`);
  }
  const laidOut: StructField[] = [];
  let end = 0;
  let alignment = 1;
  for (const [name, type] of Object.entries(fields)) {
    requireMade(type);
    const size = fieldBytes(type);
    const align = fieldAlignment(type);
    if (!size || !align) throw new TypeError(`struct(fields): field ${name} has no such type: ${describe(type)}`);
    const offset = roundUp(end, align);
    laidOut.push(Object.freeze({ name, type, offset, byteLength: size }));
    end = offset + size;
    alignment = Math.max(alignment, align);
  }
  if (laidOut.length === 0) throw new TypeError("struct(fields): a struct has one field at least");
  return made({
    kind: "struct",
    byteLength: roundUp(end, alignment),
    alignment,
    fields: Object.freeze(laidOut),
  });
}

const ours = new WeakSet<object>();

/** Keeps a type as it is, and remembers that its layout is right. @internal */
export function made<T extends StructType | FixedArray>(type: T): T {
  ours.add(type);
  return Object.freeze(type);
}

/** Whether a type is a struct's or an array's. @internal @throws TypeError for one that `struct` or `array` did not make */
export function requireMade(type: unknown): boolean {
  if (!isStruct(type) && !isFixedArray(type)) return false;
  if (!ours.has(type))
    throw new TypeError(`the type of a struct is made by struct(…), and that of an array by array(…)`);
  return true;
}

/** Bytes of a field in C memory; undefined, at run time, for what is no type of a field. @internal */
export function fieldBytes(type: FieldType): number {
  return typeof type === "string" ? SIZES[type] : type?.byteLength;
}

/** What a field's offset is a multiple of, in bytes. @internal */
export function fieldAlignment(type: FieldType): number {
  return typeof type === "string" ? SIZES[type] : type?.alignment;
}

/** Bytes of one scalar in C memory. @internal */
export function scalarBytes(type: Scalar): number {
  return SIZES[type];
}

const roundUp = (value: number, to: number) => Math.ceil(value / to) * to;

/** @internal */
export function isStruct(type: unknown): type is StructType {
  return typeof type === "object" && type !== null && (type as StructType).kind === "struct";
}

/** @internal */
export function isFixedArray(type: unknown): type is FixedArray {
  return typeof type === "object" && type !== null && (type as FixedArray).kind === "array";
}

/**
 * The one scalar that a struct of a single field is made of, at any depth and through arrays of one element; null for
 * other structs. C passes such a struct as that scalar, and every other one by a pointer to a copy (the C ABI of WebAssembly). @internal
 */
export function soleScalar(type: StructType): Scalar | null {
  const [field] = type.fields;
  if (!field || type.fields.length > 1) return null;
  let inner = field.type;
  while (isFixedArray(inner)) {
    if (inner.length > 1) return null;
    inner = inner.element;
  }
  return isStruct(inner) ? soleScalar(inner) : inner;
}
