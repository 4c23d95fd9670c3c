import { CopyDirection, EventKind } from "../../trace/format.ts";
import type { Block } from "./block.ts";
import { describe } from "../types/describe.ts";
import { accessibleBytes, forbidden } from "./accessible.ts";
import { FfiFault } from "../errors.ts";
import { asPointer, PointerObject } from "./pointer.ts";
import { findNul, readText } from "./read-text.ts";
import { fixClass } from "../language/fix-class.ts";
import { currentRuntime } from "../runtime.ts";
import type { AddressSpace } from "./address-space.ts";
import { ownStruct } from "./own-struct.ts";
import { readScalar, readStruct, writeScalar, writeStruct } from "./struct-memory.ts";
import { isFixedArray, isStruct, requireMade, scalarBytes } from "../types/struct-type.ts";
import { elementBytes, isArrayType, realExtent, type ArrayType, type TypedArrayOf } from "./typed-array.ts";
import { copyTo, viewArray, type Limits } from "./view-array.ts";
import { checkView } from "./view-origin.ts";
import type { Pointer } from "../types/pointer-type.ts";
import type { FieldType, Scalar, StructType } from "../types/field-types.ts";

/**
 * Reads and writes C memory through a pointer, little-endian, each access checked against the block the pointer belongs to.
 *
 * A view owns nothing and copies nothing. Offsets are in bytes from the pointer. Reading released memory is FFI004,
 * an access outside of the block FFI005: both are reported and the program goes on, but such a write is not carried out.
 *
 * @example
 * import { dlopen, PointerView } from "ffi";
 *
 * using strings = dlopen("strings", {});
 * using memory = strings.alloc(8);
 * const view = new PointerView(memory.pointer);
 * view.setUint32(0, 0x04030201);
 * view.setUint32(4, 7);
 * console.log(view.getUint8(), view.getUint32(4)); // 1 7
 * console.log([...view.getArray("u8", 4)]); // [ 1, 2, 3, 4 ]
 */
export class PointerView {
  readonly #pointer: PointerObject;
  readonly #space: AddressSpace;
  readonly #start: number;
  readonly #length: number | null;

  /** `byteLength` limits the view; without it, the block's end does. Throws FfiFault (FFI001) for null. */
  constructor(pointer: Pointer, byteLength?: number) {
    if (pointer === null || pointer === undefined) {
      const nothing = { code: "FFI001", side: "typescript", act: "read", function: "PointerView", address: 0 } as const;
      throw currentRuntime().faults.report(nothing, null, null);
    }
    this.#pointer = asPointer(pointer, "PointerView(pointer)");
    if (byteLength !== undefined && (!Number.isInteger(byteLength) || byteLength < 0)) {
      throw new TypeError(`PointerView(byteLength) takes a whole number of bytes from 0, got ${describe(byteLength)}`);
    }
    this.#space = PointerObject.space(this.#pointer);
    this.#start = PointerObject.address(this.#pointer);
    this.#length = byteLength ?? null;
  }

  /** The place an access begins at; checks it first. Null where the access must not be carried out. */
  #at(offset: number, bytes: number, act: "read" | "write"): number | null {
    if (!Number.isInteger(offset))
      throw new TypeError(`PointerView: offset must be a whole number of bytes, got ${describe(offset)}`);
    const address = this.#start + offset;
    const space = this.#space;
    const block = PointerObject.block(this.#pointer);
    if (block === null) this.#requireMemory(address, offset, bytes, act);
    const problem = this.#problem(block, offset, address, bytes);
    const constant = problem === null && act === "write" && block?.constant === true;
    if (problem === null && !constant) {
      if (act === "write") space.runtime.samples?.written(space, block);
      return address;
    }
    const from = block ? address - block.address : offset;
    const access = { side: "typescript", act, function: "PointerView", address, bytes, offset: from } as const;
    const detail =
      problem === "FFI004"
        ? ({ code: problem, ...access, ended: "release" } as const)
        : problem === "FFI009"
          ? ({ code: problem, function: access.function, address, takenBy: block?.takenBy ?? null } as const)
          : ({ code: "FFI005", ...access, what: constant ? "constant" : "access" } as const);
    const fault = space.runtime.faults.report(detail, space, block);
    if (act === "write") return null;
    if (address < 0 || address + bytes > space.bytes.byteLength) throw fault;
    return address;
  }

  #problem(block: Block | null, offset: number, address: number, bytes: number): "FFI004" | "FFI005" | "FFI009" | null {
    if (block?.freed) return "FFI004";
    if (block?.takenBy) return "FFI009";
    const { address: start, end } = block ? { address: block.address, end: block.address + block.bytes } : ANYWHERE;
    const isInside =
      address >= start &&
      address + bytes <= end &&
      (this.#length === null || (offset >= 0 && offset + bytes <= this.#length));
    return isInside ? null : "FFI005";
  }

  /**
   * A pointer into no block may be one that C has to its stack or to its own library's data, or any number at all.
   * @throws FfiFault where it leads to no memory of the program: there is nothing to read, and nothing to go on with
   */
  #requireMemory(address: number, offset: number, bytes: number, act: "read" | "write"): void {
    const space = this.#space;
    const found = forbidden(space, address, bytes);
    if (found === null) return;
    const access = { side: "typescript", act, function: "PointerView", address } as const;
    const detail =
      found.code === "FFI001"
        ? ({ code: "FFI001", ...access } as const)
        : found.code === "FFI004"
          ? ({ ...found, ...access, bytes, offset } as const)
          : ({ code: "FFI005", ...access, bytes, offset, what: "access" } as const);
    throw space.runtime.faults.report(detail, space, null);
  }

  getInt8(offset = 0): number {
    return this.#get("i8", offset) as number;
  }
  getUint8(offset = 0): number {
    return this.#get("u8", offset) as number;
  }
  getInt16(offset = 0): number {
    return this.#get("i16", offset) as number;
  }
  getUint16(offset = 0): number {
    return this.#get("u16", offset) as number;
  }
  getInt32(offset = 0): number {
    return this.#get("i32", offset) as number;
  }
  getUint32(offset = 0): number {
    return this.#get("u32", offset) as number;
  }
  getBigInt64(offset = 0): bigint {
    return this.#get("i64", offset) as bigint;
  }
  getBigUint64(offset = 0): bigint {
    return this.#get("u64", offset) as bigint;
  }
  getFloat32(offset = 0): number {
    return this.#get("f32", offset) as number;
  }
  getFloat64(offset = 0): number {
    return this.#get("f64", offset) as number;
  }
  /** One byte: false for 0, true for anything else, as C reads a `bool`. */
  getBool(offset = 0): boolean {
    return this.#get("bool", offset) as boolean;
  }

  setInt8(offset: number, value: number): void {
    this.#set("i8", offset, value);
  }
  setUint8(offset: number, value: number): void {
    this.#set("u8", offset, value);
  }
  setInt16(offset: number, value: number): void {
    this.#set("i16", offset, value);
  }
  setUint16(offset: number, value: number): void {
    this.#set("u16", offset, value);
  }
  setInt32(offset: number, value: number): void {
    this.#set("i32", offset, value);
  }
  setUint32(offset: number, value: number): void {
    this.#set("u32", offset, value);
  }
  setBigInt64(offset: number, value: bigint): void {
    this.#set("i64", offset, value);
  }
  setBigUint64(offset: number, value: bigint): void {
    this.#set("u64", offset, value);
  }
  setFloat32(offset: number, value: number): void {
    this.#set("f32", offset, value);
  }
  setFloat64(offset: number, value: number): void {
    this.#set("f64", offset, value);
  }

  /** Reads a pointer: 4 bytes, the address C stored. Null for 0. */
  getPointer(offset = 0): Pointer | null {
    return this.#get("pointer", offset) as Pointer | null;
  }

  /** Stores a pointer of the same library, or null: 4 bytes. */
  setPointer(offset: number, value: Pointer | null): void {
    this.#set("pointer", offset, value);
  }

  /** Reads a struct into an object of its fields. */
  getStruct<T>(type: StructType<T>, offset = 0): T {
    requireStruct(type, "getStruct(type)");
    const address = this.#read(offset, type.byteLength);
    this.#requireFieldsWritten(type, address);
    return readStruct(this.#space, type, address) as T;
  }

  /** Writes an object's fields as a struct; the padding between them is left as it is. */
  setStruct<T>(type: StructType<T>, offset: number, value: NoInfer<T>): void {
    requireStruct(type, "setStruct(type)");
    const own = this.#space.runtime.readingProgram(() => ownStruct(type, value, "setStruct(value)"));
    const address = this.#at(offset, type.byteLength, "write");
    if (address !== null) writeStruct(this.#space, type, address, own, "setStruct(value)");
  }

  /**
   * A real typed array over C's memory: nothing is copied, and what either side writes the other reads. `length` counts
   * elements. Used after its block was released it is FFI004, after the memory grew or the data moved FFI012: asking for
   * its `length` is such a use, and a write then is not carried out.
   *
   * An array that reaches past its block is FFI005. It has the length that was asked for, and memory of its own: what
   * lies in the block is C's still, the rest begins as zero and stays the program's.
   * The `buffer` of any other is all of the library's memory: a view made of that is held to the block it begins in, too.
   * @throws RangeError when the place is not aligned to the element's size.
   */
  getArray<K extends ArrayType>(type: K, length: number, offset = 0): TypedArrayOf<K> {
    if (!Number.isInteger(length) || length < 0) {
      throw new TypeError(`getArray(length) takes a whole number of elements, got ${describe(length)}`);
    }
    if (!isArrayType(type)) throw new TypeError(`getArray(type) takes the type of an element, got ${describe(type)}`);
    const address = this.#read(offset, length * elementBytes(type));
    return viewArray(this.#space, PointerObject.block(this.#pointer), type, address, length, this.#limits());
  }

  /** What may be reached: the block, as far as `byteLength` says; null where neither is known. */
  #limits(): Limits | null {
    const block = PointerObject.block(this.#pointer);
    const length = this.#length;
    if (!block && length === null) return null;
    const ends = [block ? block.address + block.bytes : Infinity, length === null ? Infinity : this.#start + length];
    return { from: Math.max(block?.address ?? 0, length === null ? 0 : this.#start), to: Math.min(...ends) };
  }

  /**
   * Copies the NUL-terminated UTF-8 text out of C memory. Text without a NUL before its block ends is FFI010.
   * @throws Utf8Error when the bytes are not UTF-8.
   */
  getCString(offset = 0): string {
    const space = this.#space;
    const start = this.#read(offset, 1);
    const block = PointerObject.block(this.#pointer);
    const { bytes, runtime } = space;
    // A released block is read on as C would: to the first NUL, but no further than the block it was.
    let end = findNul(bytes, start);
    const limit = block
      ? block.address + block.bytes
      : start + accessibleBytes(space, start, (end === -1 ? bytes.length : end + 1) - start);
    if (end === -1 || end >= limit) {
      end = Math.max(start, limit);
      if (!block?.freed && start < limit) {
        const detail = {
          code: "FFI010",
          side: "typescript",
          function: "getCString",
          address: start,
          bytes: end - start + 1,
          offset: block ? start - block.address : 0,
        } as const;
        runtime.faults.report(detail, space, block);
      }
    }
    if (block)
      runtime.trace.event(EventKind.Copy, runtime.span, 0, space.id, block.id, end - start, CopyDirection.OutOfC);
    try {
      return readText(bytes, start, end);
    } catch {
      throw runtime.notText(start);
    }
  }

  /** Copies bytes out of C memory, as many as `destination` holds, from `offset` on. */
  copyInto(destination: ArrayBufferView, offset = 0): void {
    if (!ArrayBuffer.isView(destination)) {
      throw new TypeError(`copyInto(destination) takes a typed array or a DataView, got ${describe(destination)}`);
    }
    const { byteLength } = realExtent(destination);
    const start = this.#read(offset, byteLength);
    const { runtime } = this.#space;
    if (checkView(destination, "write")) copyTo(destination, this.#space.bytes.subarray(start, start + byteLength));
    const block = PointerObject.block(this.#pointer);
    if (block)
      runtime.trace.event(EventKind.Copy, runtime.span, 0, this.#space.id, block.id, byteLength, CopyDirection.OutOfC);
  }

  #read(offset: number, bytes: number): number {
    const address = this.#at(offset, bytes, "read");
    if (address === null) throw new FfiFault("FFI005", "the access was refused");
    return address;
  }

  #get(type: Scalar, offset: number): unknown {
    const bytes = scalarBytes(type);
    const address = this.#read(offset, bytes);
    this.#requireWritten(address, bytes);
    return readScalar(this.#space, type, address);
  }

  /**
   * FFI016 for bytes of a fresh block that neither side has written. The checker judges whole words of 4 bytes. An access
   * that must not be is reported as that, and not for what it finds besides.
   */
  #requireWritten(address: number, bytes: number): void {
    const block = PointerObject.block(this.#pointer);
    if (bytes < 4 || !block || !this.#space.checked) return;
    if (this.#problem(block, address - this.#start, address, bytes) !== null) return;
    const first = this.#space.call("ffi_uninitialised", address, bytes) >>> 0;
    if (first === 0) return;
    const detail = {
      code: "FFI016",
      what: "memory",
      side: "typescript",
      function: "PointerView",
      address: first,
      bytes,
      offset: address - block.address,
    } as const;
    this.#space.runtime.faults.report(detail, this.#space, block);
  }

  #requireFieldsWritten(type: StructType, address: number): void {
    for (const field of type.fields) this.#requireFieldWritten(field.type, address + field.offset);
  }

  #requireFieldWritten(type: FieldType, address: number): void {
    if (isStruct(type)) return this.#requireFieldsWritten(type, address);
    if (!isFixedArray(type)) return this.#requireWritten(address, scalarBytes(type));
    const step = type.byteLength / type.length;
    for (let index = 0; index < type.length; index += 1)
      this.#requireFieldWritten(type.element, address + index * step);
  }

  #set(type: Scalar, offset: number, value: unknown): void {
    const address = this.#at(offset, scalarBytes(type), "write");
    if (address !== null) writeScalar(this.#space, type, address, value, `${SETTERS[type]}(value)`);
  }
}

/** Where the shadow, and no block, says what may be accessed. */
const ANYWHERE = { address: 0, end: Infinity } as const;

fixClass(PointerView);

/** The method that writes each, for messages. */
const SETTERS: Readonly<Partial<Record<Scalar, string>>> = {
  i8: "setInt8",
  u8: "setUint8",
  i16: "setInt16",
  u16: "setUint16",
  i32: "setInt32",
  u32: "setUint32",
  i64: "setBigInt64",
  u64: "setBigUint64",
  f32: "setFloat32",
  f64: "setFloat64",
  pointer: "setPointer",
};

function requireStruct(type: unknown, what: string): void {
  if (!requireMade(type) || !isStruct(type))
    throw new TypeError(`${what} takes what struct({ … }) gives, got ${describe(type)}`);
}
