const ARRAYS = {
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
} as const;

/** The element types of a zero-copy array. */
export type ArrayType = keyof typeof ARRAYS;
/** The typed array for an element type. */
export type TypedArrayOf<K extends ArrayType> = InstanceType<(typeof ARRAYS)[K]>;
/** @internal */
export type AnyTypedArray = TypedArrayOf<ArrayType>;

/** @internal */
export const ARRAY_TYPES = Object.keys(ARRAYS) as readonly ArrayType[];

/** @internal */
export const isArrayType = (type: unknown): type is ArrayType =>
  typeof type === "string" && Object.hasOwn(ARRAYS, type);

/** @internal */
export const arrayClass = <K extends ArrayType>(type: K): (typeof ARRAYS)[K] => ARRAYS[type];

/** @internal */
export const elementBytes = (type: ArrayType): number => ARRAYS[type].BYTES_PER_ELEMENT;

/** What makes an array of some type, a program's own types included. @internal */
export interface ArrayClass {
  readonly name: string;
  readonly prototype: AnyTypedArray;
  new (length: number): AnyTypedArray;
  new (elements: ArrayLike<number> | ArrayLike<bigint>): AnyTypedArray;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): AnyTypedArray;
}

/** Every typed array of the engine, by the name it says of itself. @internal */
export const ARRAY_CLASSES: ReadonlyMap<string, ArrayClass> = new Map(
  [...Object.values(ARRAYS), Uint8ClampedArray, (globalThis as { Float16Array?: unknown }).Float16Array].flatMap(
    (made) => (typeof made === "function" ? [[made.name, made as unknown as ArrayClass] as const] : []),
  ),
);

/** `%TypedArray%.prototype`, which all of them inherit from. @internal */
export const ofTypedArrays = Object.getPrototypeOf(Uint8Array.prototype) as object;

const { apply } = Reflect;
const { isView } = ArrayBuffer;

// A program's own array may have properties that say of it what is not so. These ask the array itself.
const tag = getterOf(ofTypedArrays, Symbol.toStringTag);
const ARRAY = fieldsOf(ofTypedArrays);
const DATA_VIEW = fieldsOf(DataView.prototype);
const lengthOf = getterOf(ofTypedArrays, "length");

function fieldsOf(prototype: object) {
  const [buffer, byteOffset, byteLength] = ["buffer", "byteOffset", "byteLength"].map((key) =>
    getterOf(prototype, key),
  );
  return { buffer: buffer!, byteOffset: byteOffset!, byteLength: byteLength! };
}

function getterOf(holder: object, key: PropertyKey): () => unknown {
  const getter = Object.getOwnPropertyDescriptor(holder, key)?.get;
  if (!getter) throw new Error(`the engine has no getter of ${String(key)}`);
  return getter;
}

/** The class that an array is of; undefined for what is no typed array, a `DataView` too. @internal */
export function classOf(value: unknown): ArrayClass | undefined {
  const name = isView(value) ? apply(tag, value, []) : undefined;
  return name === undefined ? undefined : ARRAY_CLASSES.get(name as string);
}

/** @internal */
export const isTypedArray = (value: unknown): value is AnyTypedArray => classOf(value) !== undefined;

/** An array's length in elements, whatever it says of itself. @internal */
export const realLength = (array: AnyTypedArray): number => apply(lengthOf, array, []) as number;

/** The bytes that a typed array or a `DataView` is over, whatever it says of itself; for messages use it itself. @internal */
export interface RealExtent {
  readonly buffer: ArrayBufferLike;
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** @throws TypeError for a `DataView` whose buffer is detached @internal */
export function realExtent(view: ArrayBufferView): RealExtent {
  const fields = apply(tag, view, []) === undefined ? DATA_VIEW : ARRAY;
  return {
    buffer: apply(fields.buffer, view, []) as ArrayBufferLike,
    byteOffset: apply(fields.byteOffset, view, []) as number,
    byteLength: apply(fields.byteLength, view, []) as number,
  };
}

/** @throws TypeError when its buffer is detached @internal */
export function realBytes(view: ArrayBufferView): Uint8Array {
  const { buffer, byteOffset, byteLength } = realExtent(view);
  return new Uint8Array(buffer, byteOffset, byteLength);
}
