import { describe } from "./describe.ts";
import { inheritsNothing } from "./inherits-nothing.ts";
import type { FieldType, FieldValue, FixedArray, Scalar, StructField, StructType } from "./field-types.ts";

const SIZES: Readonly<Record<Scalar, number>> = inheritsNothing({
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
});

/** Bytes of the largest struct or array: as many as a pointer reaches. */
const MOST_BYTES = 0x7fffffff;

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
    const layout = layoutOf(type);
    if (layout === null) throw new TypeError(`struct(fields): field ${name} has no such type: ${describe(type)}`);
    // In an object this name is no field, but what the object inherits from.
    if (name === "__proto__") throw new TypeError("struct(fields): no field can have the name __proto__");
    const offset = roundUp(end, layout.alignment);
    laidOut.push(Object.freeze({ name, type, offset, byteLength: layout.byteLength }));
    end = requireBytes("struct(fields)", offset + layout.byteLength);
    alignment = Math.max(alignment, layout.alignment);
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

/**
 * Whether a type was made here, and is what it says. Another object may say now that it is a struct, and the next time
 * that it is not. @internal
 */
export const isMade = (type: unknown): type is StructType | FixedArray =>
  typeof type === "object" && type !== null && ours.has(type);

/** Whether a type is a struct's or an array's. @internal @throws TypeError for one that `struct` or `array` did not make */
export function requireMade(type: unknown): boolean {
  if (isMade(type)) return true;
  if (!isStruct(type) && !isFixedArray(type)) return false;
  throw new TypeError(`the type of a struct is made by struct(…), and that of an array by array(…)`);
}

/** How much room a field takes in C memory, in bytes, and what its offset is a multiple of. @internal */
export interface FieldLayout {
  readonly byteLength: number;
  readonly alignment: number;
}

/** Null for what is no type of a field. @internal @throws TypeError for a struct or an array that was not made here */
export function layoutOf(type: unknown): FieldLayout | null {
  if (typeof type === "string") {
    const bytes = SIZES[type as Scalar] as number | undefined;
    return bytes === undefined ? null : { byteLength: bytes, alignment: bytes };
  }
  return requireMade(type) ? (type as FieldLayout) : null;
}

/** @internal @throws TypeError when it is too large to be in memory */
export function requireBytes(what: string, bytes: number): number {
  if (bytes <= MOST_BYTES) return bytes;
  throw new TypeError(`${what}: ${bytes} bytes are more than memory can have`);
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
