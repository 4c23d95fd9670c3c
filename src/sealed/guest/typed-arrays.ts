/** The engine's own, as they are before the program runs: what an array says of itself may be a lie. */
const prototype = Object.getPrototypeOf(Uint8Array.prototype) as object;
type Getter<T> = (this: unknown) => T;
const getterOf = <T>(of: object, key: PropertyKey): Getter<T> =>
  Object.getOwnPropertyDescriptor(of, key)?.get as unknown as Getter<T>;

const apply = Reflect.apply as <T>(fn: (...args: never[]) => T, self: unknown, args: readonly unknown[]) => T;
const array = {
  buffer: getterOf<ArrayBuffer>(prototype, "buffer"),
  byteOffset: getterOf<number>(prototype, "byteOffset"),
  byteLength: getterOf<number>(prototype, "byteLength"),
  tag: getterOf<string | undefined>(prototype, Symbol.toStringTag),
};
const view = {
  buffer: getterOf<ArrayBuffer>(DataView.prototype, "buffer"),
  byteOffset: getterOf<number>(DataView.prototype, "byteOffset"),
  byteLength: getterOf<number>(DataView.prototype, "byteLength"),
};

/** The name of a typed array's class, whatever it says; undefined for what is none. */
export const kindOf = (value: unknown): string | undefined =>
  typeof value === "object" && value !== null ? apply(array.tag, value, []) : undefined;

/** The bytes behind a typed array or a `DataView`, shared with it; null for anything else. */
export function bytesOf(value: unknown): Uint8Array<ArrayBuffer> | null {
  if (!ArrayBuffer.isView(value)) return null;
  const its = kindOf(value) === undefined ? view : array;
  const buffer = apply(its.buffer, value, []);
  return new Uint8Array(buffer, apply(its.byteOffset, value, []), apply(its.byteLength, value, []));
}

export type AnyArray = Uint8Array | BigInt64Array;

/** The engine's class for an element type of `PointerView.getArray`. */
export const ARRAYS: Readonly<Record<string, new (buffer: ArrayBuffer) => AnyArray>> = Object.assign(
  Object.create(null),
  {
    i8: Int8Array,
    u8: Uint8Array,
    i16: Int16Array,
    u16: Uint16Array,
    i32: Int32Array,
    u32: Uint32Array,
    f32: Float32Array,
    f64: Float64Array,
    i64: BigInt64Array,
    u64: BigUint64Array,
  },
);
