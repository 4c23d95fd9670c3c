import { AddressSpace } from "./address-space.ts";
import type { Block } from "./block.ts";
import { CutView } from "./cut-view.ts";
import {
  arrayClass,
  classOf,
  elementBytes,
  isTypedArray,
  realBytes,
  realExtent,
  type ArrayType,
  type TypedArrayOf,
} from "./typed-array.ts";
import { originOf, Origin } from "./view-origin.ts";
import { dress } from "./view-prototypes.ts";

/** The addresses that something may use: from the first to before the second. */
export interface Limits {
  readonly from: number;
  readonly to: number;
}

/**
 * A typed array over C's memory. One that reaches past its limits has memory of its own: see `CutView`.
 *
 * @param limits null where none are known
 * @throws RangeError when the address is not aligned to the element's size
 */
export function viewArray<K extends ArrayType>(
  space: AddressSpace,
  block: Block | null,
  type: K,
  address: number,
  length: number,
  limits: Limits | null,
): TypedArrayOf<K> {
  const { buffer } = space.bytes;
  const bytes = elementBytes(type);
  if (address % bytes !== 0) {
    throw new RangeError(`getArray("${type}"): the address 0x${address.toString(16)} is no multiple of ${bytes}`);
  }
  const Class = arrayClass(type);
  if (!space.checked) return new Class(buffer as ArrayBuffer, address, length) as TypedArrayOf<K>;
  const cut = limits && cutTo(limits, space, address, length * bytes);
  const view = cut
    ? new Class(cut.own.buffer as ArrayBuffer, 0, length)
    : new Class(buffer as ArrayBuffer, address, length);
  dress(view, new Origin(space, block, address, length * bytes, cut));
  return view as TypedArrayOf<K>;
}

/** Null where all of it is within. */
function cutTo({ from, to }: Limits, space: AddressSpace, address: number, bytes: number): CutView | null {
  if (bytes === 0 || (address >= from && address + bytes <= to)) return null;
  return new CutView(space, address, bytes, from, to);
}

/**
 * The bytes of a typed array that had `byteLength` of them. A view of C's memory leads to where they are now, though the
 * memory may have grown since; null when its block is gone.
 */
function bytesBehind(array: ArrayBufferView, byteLength: number): Uint8Array | null {
  const origin = originOf(array);
  if (!origin || origin.cut) return realBytes(array).subarray(0, byteLength);
  const { space, block, address } = origin;
  return block?.freed ? null : space.bytes.subarray(address, address + byteLength);
}

/** Copies the bytes of an array, or a view, that had `byteLength` of them; what is gone cannot be. */
export function copyFrom(array: ArrayBufferView, byteLength: number, to: Uint8Array, at: number): void {
  const bytes = bytesBehind(array, byteLength);
  if (bytes) to.set(bytes, at);
}

/** Copies bytes into an array, or a view, that had as many of them. */
export function copyTo(array: ArrayBufferView, bytes: Uint8Array): void {
  bytesBehind(array, bytes.length)?.set(bytes);
  originOf(array)?.cut?.flush();
}

/**
 * Takes in a view that the program made itself, over the buffer of another: that buffer is all of the library's memory.
 * One that does not stay within the block it begins in is FFI005, and gives way to one that does: returned is what the
 * program has from here on.
 */
export function adoptView<T>(value: T): T {
  if (!ArrayBuffer.isView(value) || originOf(value)) return value;
  const { buffer, byteOffset: address, byteLength } = realExtent(value);
  const space = AddressSpace.ofBuffer(buffer);
  if (!space) return value;
  const block = space.blocks.at(address);
  const from = block?.address ?? address;
  const limits = { from, to: block ? from + block.bytes : address };
  const cut = cutTo(limits, space, address, byteLength);
  const view = cut ? overOwn(value, cut.own.buffer) : value;
  dress(view, new Origin(space, block, address, byteLength, cut));
  if (cut && !block?.freed) {
    const offset = address - from;
    const access = { side: "typescript", act: "read", function: null, address, bytes: byteLength, offset } as const;
    space.runtime.faults.report({ code: "FFI005", what: "view", ...access }, space, block);
  }
  return view;
}

/** An array of the same class over all of another buffer. */
function overOwn<T extends ArrayBufferView>(view: T, buffer: ArrayBufferLike): T {
  const Class = classOf(view) ?? DataView;
  const elements = isTypedArray(view) ? buffer.byteLength / view.BYTES_PER_ELEMENT : buffer.byteLength;
  const made = new (Class as new (buffer: ArrayBufferLike, byteOffset: number, length: number) => object)(
    buffer,
    0,
    elements,
  );
  Object.setPrototypeOf(made, Object.getPrototypeOf(view) as object);
  return made as T;
}
