import { EventKind } from "../../trace/format.ts";
import type { Block } from "./block.ts";
import { describe } from "../types/describe.ts";
import { hideConstructor } from "../language/hide-constructor.ts";
import type { opaquePointer, Pointer } from "../types/pointer-type.ts";
import type { AddressSpace } from "./address-space.ts";

/** @internal */
export class PointerObject implements Pointer {
  declare readonly [opaquePointer]: "Pointer";
  readonly #space: AddressSpace;
  readonly #address: number;
  readonly #block: Block | null;

  constructor(space: AddressSpace, address: number, block: Block | null) {
    this.#space = space;
    this.#address = address;
    this.#block = block;
    Object.freeze(this);
  }

  static is(value: unknown): value is PointerObject {
    return typeof value === "object" && value !== null && #space in value;
  }
  static space(pointer: PointerObject): AddressSpace {
    return pointer.#space;
  }
  static address(pointer: PointerObject): number {
    return pointer.#address;
  }
  static block(pointer: PointerObject): Block | null {
    return pointer.#block;
  }
}

hideConstructor(PointerObject);

/** The pointer to `address`, made at its first use. `block` is the block it belongs to, null when none is known. @internal */
export function makePointer(space: AddressSpace, address: number, block: Block | null): PointerObject {
  const key = block ? address - block.address : address;
  const known = block ? block.pointers : space.loosePointers;
  let pointer = known.get(key) as PointerObject | undefined;
  if (!pointer) {
    pointer = new PointerObject(space, address, block);
    known.set(key, pointer);
    const { trace, span } = space.runtime;
    if (block) trace.event(EventKind.Point, span, 0, space.id, block.id, space.runtime.nextPointerId(), key >>> 0);
  }
  return pointer;
}

/** @internal */
export function asPointer(value: unknown, what: string): PointerObject {
  if (PointerObject.is(value)) return value;
  throw new TypeError(`${what} must be a Pointer, got ${describe(value)}`);
}

/**
 * The address as a number, in bytes from the start of the library's linear memory; 0 for null. The explicit, unsafe
 * step: a number has no provenance, and nothing is checked about it.
 *
 * @example
 * import { address, dlopen, offset } from "ffi";
 *
 * using strings = dlopen("strings", {});
 * using memory = strings.alloc(8);
 * console.log(address(offset(memory.pointer, 4)) - address(memory.pointer), address(null)); // 4 0
 */
export function address(pointer: Pointer | null): number {
  return pointer === null ? 0 : PointerObject.address(asPointer(pointer, "address(pointer)"));
}

/**
 * The pointer `bytes` further on (or back, when negative), in the same block. Only moving is free of checks: reading
 * outside of the block is FFI005, releasing anything but the block's start is FFI006.
 *
 * @example
 * import { dlopen, offset, PointerView } from "ffi";
 *
 * using strings = dlopen("strings", {});
 * using text = strings.cstring("Ada Lovelace");
 * console.log(new PointerView(offset(text.pointer, 4)).getCString()); // Lovelace
 */
export function offset(pointer: Pointer, bytes: number): Pointer {
  const from = asPointer(pointer, "offset(pointer)");
  if (!Number.isInteger(bytes))
    throw new TypeError(`offset(bytes) must be a whole number of bytes, got ${describe(bytes)}`);
  return makePointer(PointerObject.space(from), PointerObject.address(from) + bytes, PointerObject.block(from));
}
