import type { CFunction } from "../../contract/description.ts";
import { Owner } from "../../trace/format.ts";
import type { Block } from "../memory/block.ts";
import type { FfiFault } from "../errors.ts";
import { hideConstructor } from "../language/hide-constructor.ts";
import { plainType, type OwnedResult, type ResultType } from "../types/native-types.ts";
import { makePointer, PointerObject } from "../memory/pointer.ts";
import type { AddressSpace } from "../memory/address-space.ts";
import { readStruct, storeRaw } from "../memory/struct-memory.ts";
import { soleScalar } from "../types/struct-type.ts";
import { Scoped, scopeEnd } from "../language/scope.ts";
import type { Pointer } from "../types/pointer-type.ts";
import type { StructType } from "../types/field-types.ts";

/** Converts what WebAssembly returned to the declared type's TypeScript value. */
export type ResultConverter = (raw: number | bigint) => unknown;

export function resultConverter(space: AddressSpace, type: ResultType, actual: CFunction | null): ResultConverter {
  const plain = plainType(type);
  if (typeof plain !== "string") return structResult(space, plain);
  switch (plain) {
    case "void":
      return () => undefined;
    case "bool":
      return (raw) => raw !== 0;
    case "i64":
      return (raw) => BigInt.asIntN(64, raw as bigint);
    case "u64":
      return (raw) => BigInt.asUintN(64, raw as bigint);
    case "u8":
      return (raw) => (raw as number) & 0xff;
    case "u16":
      return (raw) => (raw as number) & 0xffff;
    case "u32":
    case "usize":
      return (raw) => (raw as number) >>> 0;
    case "pointer":
    case "function":
      return (raw) => pointerResult(space, (raw as number) >>> 0, actual);
    case "buffer":
      throw new TypeError('a result cannot be declared "buffer": C returns a pointer, not a length');
    default:
      return (raw) => raw;
  }
}

/** A struct of one scalar comes as the scalar, any other one as the address of the place that was made for it. */
function structResult(space: AddressSpace, type: StructType): ResultConverter {
  const scalar = soleScalar(type);
  if (scalar === null) return (raw) => readStruct(space, type, Number(raw) >>> 0);
  return (raw) => {
    const stack = space.call("stackSave");
    const address = space.call("stackAlloc", type.byteLength) >>> 0;
    storeRaw(space, scalar, address, raw);
    const value = readStruct(space, type, address);
    space.call("stackRestore", stack);
    return value;
  };
}

/** Makes the pointer for an address that C returned, and takes note of what the header says about its owner. */
function pointerResult(space: AddressSpace, address: number, actual: CFunction | null): PointerObject | null {
  if (address === 0) return null;
  const block = space.checked ? space.blocks.at(address) : null;
  if (block) space.blocks.shown(block);
  if (block && !block.freed && actual) {
    const { resultOwnership } = actual;
    if (resultOwnership.kind === "borrowed") block.borrowedFrom = actual.name;
    if (resultOwnership.kind === "owned" && block.owner === Owner.C) {
      space.blocks.own(block, Owner.TypeScript, resultOwnership.release);
    }
  }
  return makePointer(space, address, block);
}

/** Wraps a pointer that the table declares `owned`. `releaseName` is the C function that `release` calls. */
export function ownedResult(
  pointer: Pointer | null,
  releaseName: string,
  release: (pointer: Pointer) => unknown,
): OwnedResult | null {
  return pointer === null ? null : new Owned(pointer as PointerObject, releaseName, release);
}

class Owned extends Scoped implements OwnedResult {
  readonly pointer: PointerObject;
  readonly #releaseName: string;
  readonly #release: (pointer: Pointer) => unknown;
  #moved = false;

  constructor(pointer: PointerObject, releaseName: string, release: (pointer: Pointer) => unknown) {
    super();
    this.pointer = pointer;
    this.#releaseName = releaseName;
    this.#release = release;
  }

  move(): Pointer {
    this.#moved = true;
    return this.pointer;
  }

  [Symbol.dispose](): void {
    if (this.#moved) return;
    const space = PointerObject.space(this.pointer);
    space.runtime.enterRelease(scopeEnd(this));
    const block = PointerObject.block(this.pointer);
    if (block && block.takenBy !== null && !block.freed) {
      // Its new owner will release it. That it must not be released here is said, and nothing is done.
      releasedAfterTransfer(space, block, this.pointer, this.#releaseName);
      return;
    }
    this.#release(this.pointer);
  }
}

hideConstructor(Owned);

/** Reports that the end of a scope, or a call of `by`, would release memory that is C's by now. */
export function releasedAfterTransfer(space: AddressSpace, block: Block, pointer: PointerObject, by: string): FfiFault {
  const address = PointerObject.address(pointer);
  const detail = { code: "FFI009", function: by, address, takenBy: block.takenBy } as const;
  return space.runtime.faults.report(detail, space, block);
}
