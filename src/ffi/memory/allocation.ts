import { CopyDirection, EventKind, Owner } from "../../trace/format.ts";
import { DISPOSE } from "./block.ts";
import { describe } from "../types/describe.ts";
import { ClosedError, NulError } from "../errors.ts";
import { hideConstructor } from "../language/hide-constructor.ts";
import { makePointer, PointerObject } from "./pointer.ts";
import { releasedAfterTransfer } from "../calls/results.ts";
import { addScopedClass } from "../language/scope.ts";
import type { AddressSpace } from "./address-space.ts";
import { roomFor, writeText } from "./write-text.ts";
import type { Pointer } from "../types/pointer-type.ts";

/**
 * Memory in the library's address space that TypeScript owns. Disposing of it releases it; C must not.
 * Its bytes are not cleared.
 *
 * @example
 * import { dlopen, PointerView } from "ffi";
 *
 * using buffers = dlopen("buffers", { sum_array: { parameters: ["pointer", "usize"], result: "f32" } });
 * using memory = buffers.alloc(3 * 4);
 * new PointerView(memory.pointer).getArray("f32", 3).set([1, 2, 3.5]);
 * console.log(buffers.symbols.sum_array(memory.pointer, 3)); // 6.5
 */
export interface Allocation extends Disposable {
  readonly pointer: Pointer;
  /** Size in bytes. */
  readonly byteLength: number;
  /** Gives up the ownership, for a function that takes the memory over: the end of the scope no longer releases it. */
  move(): Pointer;
}

/** A TypeScript-owned C string: UTF-8, NUL-terminated. `byteLength` counts the NUL. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an interface, so that messages name what came
export interface CString extends Allocation {}

class AllocationObject implements Allocation {
  readonly pointer: PointerObject;
  readonly byteLength: number;
  #moved = false;
  /** Where the scope ends that releases this; 0 when it has not been told. */
  #span = 0;

  static {
    const is = (value: object): value is AllocationObject => #span in value;
    addScopedClass({
      is,
      tell: (value, span) => {
        if (is(value)) value.#span = span;
      },
    });
  }

  constructor(pointer: PointerObject, byteLength: number) {
    this.pointer = pointer;
    this.byteLength = byteLength;
  }

  move(): Pointer {
    this.#moved = true;
    return this.pointer;
  }

  [Symbol.dispose](): void {
    if (this.#moved) return;
    const space = PointerObject.space(this.pointer);
    if (space.checked) releaseWatched(space, this.pointer, this.#span);
    else if (!space.closed) space.free(PointerObject.address(this.pointer));
  }
}

hideConstructor(AllocationObject);

/** Releases a block of the checked build. On its own, so that the engine puts what remains in line. */
function releaseWatched(space: AddressSpace, pointer: PointerObject, span: number): void {
  const { runtime } = space;
  runtime.enterRelease(span);
  const block = PointerObject.block(pointer);
  const address = PointerObject.address(pointer);
  if (block?.freed) {
    if (!block.freedWrongly) runtime.faults.report({ code: "FFI003", function: DISPOSE, address }, space, block);
  } else if (block && block.takenBy !== null) {
    releasedAfterTransfer(space, block, pointer, DISPOSE);
  } else if (block?.owner === Owner.C) {
    // It was handed over, and the library has shown it since: it may be read again, and is still the library's to release.
    const detail = { code: "FFI008", function: DISPOSE, address, lender: block.borrowedFrom } as const;
    runtime.faults.report(detail, space, block);
  } else {
    runtime.samples?.settle();
    space.free(address);
  }
}

/**
 * Allocates `byteLength` bytes that TypeScript owns.
 * @throws RangeError when the length is not a whole number, or the library has no memory left.
 */
export function allocate(space: AddressSpace, byteLength: number, what = "alloc"): Allocation {
  if (space.closed) throw new ClosedError(`${what} was called after its library, ${space.name}, had been closed`);
  if (!Number.isInteger(byteLength) || byteLength < 0 || byteLength > 0x7fffffff) {
    throw new RangeError(`${what}(byteLength) takes a whole number of bytes from 0, got ${describe(byteLength)}`);
  }
  space.entersC();
  const address = space.allocate(byteLength);
  if (address === 0) throw new RangeError(`the library ${space.name} has no memory left for ${byteLength} bytes`);
  return new AllocationObject(makePointer(space, address, space.checked ? space.blocks.at(address) : null), byteLength);
}

const encoder = new TextEncoder();

/**
 * Allocates a C string that TypeScript owns.
 * @throws NulError when the text holds U+0000.
 */
export function allocateCString(space: AddressSpace, text: string): CString {
  if (typeof text !== "string") throw new TypeError(`cstring(text) takes a string, got ${describe(text)}`);
  if (!space.checked && !space.closed) {
    const unwatched = writeUnwatched(space, text);
    if (unwatched !== null) return unwatched;
  }
  const nul = text.indexOf("\0");
  if (nul !== -1) throw new NulError(nul);
  const encoded = encoder.encode(text);
  const allocation = allocate(space, encoded.byteLength + 1, "cstring");
  const pointer = allocation.pointer as PointerObject;
  const start = PointerObject.address(pointer);
  const { bytes, runtime } = space;
  bytes.set(encoded, start);
  bytes[start + encoded.byteLength] = 0;
  const block = PointerObject.block(pointer);
  if (block) runtime.samples?.look(space, block, 0);
  if (block)
    runtime.trace.event(
      EventKind.Copy,
      runtime.span,
      0,
      space.id,
      block.id,
      allocation.byteLength,
      CopyDirection.IntoC,
    );
  return allocation;
}

/** What is given back only then, in bytes, since giving it back is a call. */
const WORTH_GIVING_BACK = 4096;

/** In a fast build the block is as large as the text can need. Null for a text that has to be looked at again. */
function writeUnwatched(space: AddressSpace, text: string): CString | null {
  const room = roomFor(text);
  let address = space.allocate(room);
  if (address === 0) return null;
  const byteLength = writeText(space, text, address);
  if (byteLength === 0) {
    space.free(address);
    return null;
  }
  if (room - byteLength >= WORTH_GIVING_BACK) address = space.call("realloc", address, byteLength) >>> 0;
  return new AllocationObject(makePointer(space, address, null), byteLength);
}
