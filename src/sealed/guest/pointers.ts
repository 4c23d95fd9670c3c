import { hideConstructor } from "../../ffi/language/hide-constructor.ts";
import type { opaquePointer, Pointer } from "../../ffi/types/pointer-type.ts";
import { Operation } from "../operations.ts";
import { notePointer } from "./effigy.ts";
import { ask } from "./host.ts";
import { sendPointer, sendScalar } from "./values.ts";

/** A pointer inside: the host has the real one, this is its handle. */
class PointerObject implements Pointer {
  declare readonly [opaquePointer]: "Pointer";

  constructor() {
    Object.freeze(this);
  }
}

hideConstructor(PointerObject);

const known = new Map<number, PointerObject>();

/** The pointer with this handle: the same handle is the same object. */
export function pointerOf(handle: number): Pointer {
  let pointer = known.get(handle);
  if (!pointer) {
    pointer = new PointerObject();
    known.set(handle, pointer);
    notePointer(pointer, handle);
  }
  return pointer;
}

export function address(pointer: Pointer | null): number {
  return ask(Operation.Address, sendPointer(pointer)) as number;
}

export function offset(pointer: Pointer, bytes: number): Pointer {
  return pointerOf(ask(Operation.Offset, sendPointer(pointer), sendScalar(bytes)) as number);
}
