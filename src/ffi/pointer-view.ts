import { EventKind } from "../contract/trace.ts";
import type { Block } from "./block.ts";
import { FfiFault, Utf8Error } from "./errors.ts";
import { asPointer, makePointer, PointerObject, type Pointer } from "./pointer.ts";
import { currentRuntime } from "./runtime.ts";
import type { Space } from "./space.ts";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Reads and writes C memory through a pointer, little-endian, each access checked against the block the pointer belongs to.
 *
 * A view owns nothing and copies nothing. Offsets are in bytes from the pointer. Reading released memory is FFI004,
 * an access outside of the block FFI005: both are reported and the program goes on, but such a write is not carried out.
 */
export class PointerView {
  readonly #pointer: PointerObject;
  readonly #space: Space;
  readonly #start: number;
  readonly #length: number | null;

  /** `byteLength` limits the view; without it, the block's end does. Throws FfiFault (FFI001) for null. */
  constructor(pointer: Pointer, byteLength?: number) {
    if (pointer === null || pointer === undefined) {
      throw currentRuntime().fault("FFI001", null, null, { act: "read", function: "PointerView" });
    }
    this.#pointer = asPointer(pointer, "PointerView(pointer)");
    this.#space = PointerObject.space(this.#pointer);
    this.#start = PointerObject.address(this.#pointer);
    this.#length = byteLength ?? null;
  }

  /** The place an access begins at; checks it first. Null where the access must not be carried out. */
  #at(offset: number, bytes: number, act: "read" | "write"): number | null {
    if (!Number.isInteger(offset)) throw new TypeError(`an offset is a whole number of bytes, got ${String(offset)}`);
    const address = this.#start + offset;
    const space = this.#space;
    const block = PointerObject.block(this.#pointer);
    const code = this.#problem(block, offset, address, bytes);
    if (code === null) return address;
    const detail = {
      act,
      address,
      bytes,
      offset: block ? address - block.address : offset,
      function: "PointerView",
    } as const;
    const fault = space.runtime.fault(code, space, block, { ...detail, actual: block?.takenBy ?? null });
    if (act === "write") return null;
    if (address < 0 || address + bytes > space.bytes.byteLength) throw fault;
    return address;
  }

  #problem(block: Block | null, offset: number, address: number, bytes: number): "FFI004" | "FFI005" | "FFI009" | null {
    if (block?.freed) return "FFI004";
    if (block?.takenBy) return "FFI009";
    if (this.#length !== null && (offset < 0 || offset + bytes > this.#length)) return "FFI005";
    if (block) return address < block.address || address + bytes > block.address + block.bytes ? "FFI005" : null;
    return address < 0 || address + bytes > this.#space.bytes.byteLength ? "FFI005" : null;
  }

  getInt8(offset = 0): number {
    return this.#space.view.getInt8(this.#read(offset, 1));
  }
  getUint8(offset = 0): number {
    return this.#space.view.getUint8(this.#read(offset, 1));
  }
  getInt16(offset = 0): number {
    return this.#space.view.getInt16(this.#read(offset, 2), true);
  }
  getUint16(offset = 0): number {
    return this.#space.view.getUint16(this.#read(offset, 2), true);
  }
  getInt32(offset = 0): number {
    return this.#space.view.getInt32(this.#read(offset, 4), true);
  }
  getUint32(offset = 0): number {
    return this.#space.view.getUint32(this.#read(offset, 4), true);
  }
  getBigInt64(offset = 0): bigint {
    return this.#space.view.getBigInt64(this.#read(offset, 8), true);
  }
  getBigUint64(offset = 0): bigint {
    return this.#space.view.getBigUint64(this.#read(offset, 8), true);
  }
  getFloat32(offset = 0): number {
    return this.#space.view.getFloat32(this.#read(offset, 4), true);
  }
  getFloat64(offset = 0): number {
    return this.#space.view.getFloat64(this.#read(offset, 8), true);
  }
  /** One byte: false for 0, true for anything else, as C reads a `bool`. */
  getBool(offset = 0): boolean {
    return this.getUint8(offset) !== 0;
  }

  setInt8(offset: number, value: number): void {
    this.#write(offset, 1, (view, at) => view.setInt8(at, value));
  }
  setUint8(offset: number, value: number): void {
    this.#write(offset, 1, (view, at) => view.setUint8(at, value));
  }
  setInt16(offset: number, value: number): void {
    this.#write(offset, 2, (view, at) => view.setInt16(at, value, true));
  }
  setUint16(offset: number, value: number): void {
    this.#write(offset, 2, (view, at) => view.setUint16(at, value, true));
  }
  setInt32(offset: number, value: number): void {
    this.#write(offset, 4, (view, at) => view.setInt32(at, value, true));
  }
  setUint32(offset: number, value: number): void {
    this.#write(offset, 4, (view, at) => view.setUint32(at, value, true));
  }
  setBigInt64(offset: number, value: bigint): void {
    this.#write(offset, 8, (view, at) => view.setBigInt64(at, value, true));
  }
  setBigUint64(offset: number, value: bigint): void {
    this.#write(offset, 8, (view, at) => view.setBigUint64(at, value, true));
  }
  setFloat32(offset: number, value: number): void {
    this.#write(offset, 4, (view, at) => view.setFloat32(at, value, true));
  }
  setFloat64(offset: number, value: number): void {
    this.#write(offset, 8, (view, at) => view.setFloat64(at, value, true));
  }

  /** Reads a pointer: 4 bytes, the address C stored. Null for 0. */
  getPointer(offset = 0): Pointer | null {
    const target = this.getUint32(offset);
    if (target === 0) return null;
    return makePointer(this.#space, target, this.#space.checked ? this.#space.blockAt(target) : null);
  }

  /** Stores a pointer of the same library, or null: 4 bytes. */
  setPointer(offset: number, value: Pointer | null): void {
    if (value === null) return this.setUint32(offset, 0);
    const pointer = asPointer(value, "setPointer(value)");
    const home = PointerObject.space(pointer);
    const target = PointerObject.address(pointer);
    if (home !== this.#space) {
      const detail = {
        act: "write",
        address: target,
        function: "setPointer",
        expected: this.#space.name,
        actual: home.name,
      } as const;
      throw this.#space.runtime.fault("FFI017", this.#space, null, detail);
    }
    this.setUint32(offset, target);
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
    const limit = block ? block.address + block.bytes : bytes.byteLength;
    let end = bytes.indexOf(0, start);
    if (end === -1 || end >= limit) {
      end = Math.max(start, limit);
      if (block && !block.freed && start < limit) {
        const detail = {
          act: "read",
          address: start,
          bytes: end - start + 1,
          offset: start - block.address,
          function: "getCString",
        } as const;
        runtime.fault("FFI010", space, block, detail);
      }
    }
    if (block) runtime.trace.event(EventKind.Copy, runtime.site, 0, space.id, block.id, end - start, 2);
    try {
      return decoder.decode(bytes.subarray(start, end));
    } catch {
      throw new Utf8Error(start);
    }
  }

  /** Copies bytes out of C memory, as many as `destination` holds, from `offset` on. */
  copyInto(destination: ArrayBufferView, offset = 0): void {
    const { byteLength } = destination;
    const target = new Uint8Array(destination.buffer, destination.byteOffset, byteLength);
    const start = this.#read(offset, byteLength);
    const { runtime } = this.#space;
    target.set(this.#space.bytes.subarray(start, start + byteLength));
    const block = PointerObject.block(this.#pointer);
    if (block) runtime.trace.event(EventKind.Copy, runtime.site, 0, this.#space.id, block.id, byteLength, 2);
  }

  #read(offset: number, bytes: number): number {
    const address = this.#at(offset, bytes, "read");
    if (address === null) throw new FfiFault("FFI005", "the access was refused");
    return address;
  }

  #write(offset: number, bytes: number, write: (view: DataView, at: number) => void): void {
    const address = this.#at(offset, bytes, "write");
    if (address !== null) write(this.#space.view, address);
  }
}
