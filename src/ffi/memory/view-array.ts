import type { DetailInLibrary } from "../../faults/detail.ts";
import type { Block } from "./block.ts";

import { AddressSpace } from "./address-space.ts";

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

type AnyTypedArray = InstanceType<(typeof ARRAYS)[ArrayType]>;

/** What a view was made over, and how many bytes it had then: a view of memory that grew has none left. */
interface Origin {
  readonly space: AddressSpace;
  readonly block: Block | null;
  readonly address: number;
  readonly byteLength: number;
}

const origins = new WeakMap<object, Origin>();

/** @internal */
export const isArrayType = (type: unknown): type is ArrayType =>
  typeof type === "string" && Object.hasOwn(ARRAYS, type);

/** @internal */
export function elementBytes(type: ArrayType): number {
  return ARRAYS[type].BYTES_PER_ELEMENT;
}

/** @internal */
export function viewArray<K extends ArrayType>(
  space: AddressSpace,
  block: Block | null,
  type: K,
  address: number,
  length: number,
): TypedArrayOf<K> {
  const { buffer } = space.bytes;
  const alignment = elementBytes(type);
  if (address % alignment !== 0) {
    throw new RangeError(`getArray("${type}"): the address 0x${address.toString(16)} is no multiple of ${alignment}`);
  }
  const view = new ARRAYS[type](buffer as ArrayBuffer, address, length) as TypedArrayOf<K>;
  // Own properties would answer in place of the array's own, for its length say.
  if (space.checked)
    origins.set(Object.preventExtensions(view), { space, block, address, byteLength: view.byteLength });
  return view;
}

/**
 * Reports what is wrong with using this value as memory, if it is a view of C's memory and anything is. The compiled
 * program calls it before each element access and each method of what may be a view.
 */
export function checkView(value: unknown, act: "read" | "write"): void {
  if (!ArrayBuffer.isView(value)) return;
  const origin = origins.get(value);
  if (!origin) return;
  const { space, block, byteLength } = origin;
  if (act === "write") space.runtime.samples?.written(space, block);
  const moved = value.buffer.byteLength === 0 && byteLength > 0;
  const found = problem(block, moved);
  const constant = found === null && act === "write" && block?.constant === true;
  if (found === null && !constant) return;
  space.runtime.faults.report(viewDetail(found ?? "FFI005", origin, act), space, block);
}

/** What is wrong with using a view. FFI005: it is one of a constant, and would write it. */
function viewDetail(
  code: "FFI004" | "FFI005" | "FFI009" | "FFI012",
  { block, address, byteLength: bytes }: Origin,
  act: "read" | "write",
): DetailInLibrary {
  const offset = block ? address - block.address : 0;
  const access = { side: "typescript", act, function: null, address, bytes, offset } as const;
  switch (code) {
    case "FFI004":
      return { code, ...access, ended: "release" };
    case "FFI005":
      return { code, ...access, what: "constant" };
    case "FFI009":
      return { code, function: null, address, takenBy: block?.takenBy ?? null };
    case "FFI012":
      return { code, act, address, bytes, cause: block?.freed ? "moved" : "grew" };
  }
}

function problem(block: Block | null, moved: boolean): "FFI004" | "FFI009" | "FFI012" | null {
  if (block?.freed) return block.moved ? "FFI012" : "FFI004";
  if (block?.takenBy) return "FFI009";
  return moved ? "FFI012" : null;
}

/**
 * The bytes of a typed array that had `byteLength` of them. A view of C's memory leads to where they are now, though the
 * memory may have grown since; null when its block is gone.
 */
export function bytesBehind(array: ArrayBufferView, byteLength: number): Uint8Array | null {
  const origin = origins.get(array);
  if (!origin) return new Uint8Array(array.buffer, array.byteOffset, byteLength);
  const { space, block, address } = origin;
  return block?.freed ? null : space.bytes.subarray(address, address + byteLength);
}

/**
 * Takes in a view that the program made itself, over the buffer of another: that buffer is all of the library's memory.
 * One that does not stay within the block it begins in is FFI005.
 */
export function adoptView(value: unknown): void {
  if (!ArrayBuffer.isView(value) || origins.has(value)) return;
  const space = AddressSpace.ofBuffer(value.buffer);
  if (!space) return;
  const { byteOffset: address, byteLength } = value;
  const block = space.blocks.at(address);
  if (value instanceof DataView) Object.setPrototypeOf(value, checkedDataView);
  origins.set(Object.preventExtensions(value), { space, block, address, byteLength });
  if (byteLength === 0 || block?.freed) return;
  const offset = block ? address - block.address : 0;
  if (block && offset >= 0 && offset + byteLength <= block.bytes) return;
  const access = { side: "typescript", act: "read", function: null, address, bytes: byteLength, offset } as const;
  space.runtime.faults.report({ code: "FFI005", what: "view", ...access }, space, block);
}

/** A part of a view is a view of the same memory. */
export function inheritOrigin(part: unknown, whole: unknown): void {
  const origin = ArrayBuffer.isView(whole) ? origins.get(whole) : undefined;
  if (!origin || !ArrayBuffer.isView(part) || part.buffer !== (whole as AnyTypedArray).buffer) return;
  origins.set(Object.preventExtensions(part), { ...origin, address: part.byteOffset, byteLength: part.byteLength });
}

/** Methods of typed arrays that write, by name; the others read. */
const WRITERS = new Set(["set", "fill", "copyWithin", "sort", "reverse"]);

/** What else reads all of the array it is given. */
const READERS: readonly (readonly [holder: object, key: string])[] = [
  [globalThis, "structuredClone"],
  [JSON, "stringify"],
  [Object, "values"],
  [Object, "entries"],
];

/**
 * Makes the typed arrays' own methods, and the text coders, look at a view before they use it. Element accesses are the
 * compiled program's part. For a scope that serves one program and nothing else.
 */
export function installViewChecks(): void {
  const prototype = Object.getPrototypeOf(Uint8Array.prototype) as object;
  for (const key of Reflect.ownKeys(prototype)) {
    const method = Object.getOwnPropertyDescriptor(prototype, key)?.value as unknown;
    if (typeof method !== "function" || key === "constructor") continue;
    const act = WRITERS.has(String(key)) ? "write" : "read";
    replace(prototype, key, method, (self, args) => {
      checkView(self, act);
      if (key === "set") checkView(args[0], "read");
    });
  }
  replace(TextDecoder.prototype, "decode", TextDecoder.prototype.decode, (_self, args) => checkView(args[0], "read"));
  replace(TextEncoder.prototype, "encodeInto", TextEncoder.prototype.encodeInto, (_self, args) =>
    checkView(args[1], "write"),
  );
  for (const [holder, key] of READERS) {
    replace(holder, key, Reflect.get(holder, key), (_self, args) => checkView(args[0], "read"));
  }
}

type Method = (...args: unknown[]) => unknown;

/** What a `DataView` of C's memory has instead of `DataView.prototype`: that one's are the runtime's own to use, too. */
const checkedDataView = Object.create(DataView.prototype) as object;
for (const key of Object.getOwnPropertyNames(DataView.prototype)) {
  const act = /^(get|set)[A-Z]/.exec(key)?.[1];
  if (act === undefined) continue;
  const method = Object.getOwnPropertyDescriptor(DataView.prototype, key)?.value as unknown;
  replace(checkedDataView, key, method, (self) => checkView(self, act === "set" ? "write" : "read"));
}
Object.freeze(checkedDataView);

function replace(
  holder: object,
  key: PropertyKey,
  method: unknown,
  check: (self: unknown, args: unknown[]) => void,
): void {
  const original = method as Method;
  const checked = {
    [key](this: unknown, ...args: unknown[]): unknown {
      check(this, args);
      const result = original.apply(this, args);
      if (key === "subarray") inheritOrigin(result, this);
      return result;
    },
  }[key as string];
  Object.defineProperty(holder, key, { value: checked, writable: true, configurable: true, enumerable: false });
}
