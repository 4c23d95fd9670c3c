import type { CParameter } from "../../contract/description.ts";
import { Owner } from "../../trace/format.ts";
import type { Block } from "../memory/block.ts";
import { copyIn, type BufferCopy } from "./copy-buffer.ts";
import { describe } from "../types/describe.ts";
import type { NativeType } from "../types/native-types.ts";
import { BIGINT_RANGES, INTEGER_RANGES } from "../types/numbers.ts";
import { PointerObject } from "../memory/pointer.ts";
import type { WrongRelease } from "../crossing.ts";
import type { AddressSpace } from "../memory/address-space.ts";
import { isTypedArray } from "../memory/typed-array.ts";

/** What one call needs to remember of its arguments until it has returned. */
export interface CallNotes {
  copies: BufferCopy[];
  bytesCopied: number;
  /** Blocks that the function takes over. */
  taken: Block[];
  kept: Block[];
  /** Released blocks given where C wants a handle. */
  handles: Block[];
  borrowedBeingFreed: Block | null;
  stale: number;
  wrongRelease: WrongRelease | null;
}

/** Converts one argument to what WebAssembly takes. Throws TypeError, or the fault that makes the call meaningless. */
export type Converter = (value: unknown, notes: CallNotes) => number | bigint;

/** An argument in messages: `set_name: argument 1 (name)`. */
export const argumentName = (functionName: string, parameter: CParameter | null, index: number): string =>
  `${functionName}: argument ${index + 1}${parameter?.name ? ` (${parameter.name})` : ""}`;

/** Chosen once, when the library is opened. Structs by value are not among these: see `structArguments`. */
export function argumentConverter(
  space: AddressSpace,
  functionName: string,
  type: NativeType,
  parameter: CParameter | null,
  index: number,
): Converter {
  const { runtime } = space;
  const where = argumentName(functionName, parameter, index);
  const refuse = (wanted: string, value: unknown): never => {
    throw new TypeError(`${where} must be ${wanted}, got ${describe(value)}`);
  };
  const outOfRange = (value: number | bigint): never => {
    const detail = { code: "FFI019", function: functionName, type: String(type), value: String(value) } as const;
    throw runtime.faults.report(detail, space, null);
  };

  switch (type) {
    case "bool":
      return (value) => {
        if (typeof value !== "boolean") return refuse("a boolean", value);
        return Number(value);
      };
    case "i64":
    case "u64":
      return (value) => {
        if (typeof value !== "bigint") return refuse("a bigint", value);
        const [low, high] = BIGINT_RANGES[type];
        if (value < low || value > high) return outOfRange(value);
        return value;
      };
    case "f32":
    case "f64":
      return (value) => {
        if (typeof value !== "number") return refuse("a number", value);
        return value;
      };
    case "pointer":
    case "function":
      return pointerConverter(space, functionName, parameter, refuse);
    case "buffer":
      return (value, notes) => {
        if (value === null) return 0;
        if (!isTypedArray(value)) return refuse("a typed array or null", value);
        const copy = copyIn(space, value);
        notes.copies.push(copy);
        notes.bytesCopied += copy.byteLength;
        return copy.address;
      };
    case "void":
      throw new TypeError(`${where} cannot be declared "void"; leave it out`);
    default: {
      const [low, high] = INTEGER_RANGES[type];
      return (value) => {
        if (typeof value !== "number") return refuse("a number", value);
        if (!Number.isInteger(value) || value < low || value > high) return outOfRange(value);
        return value;
      };
    }
  }
}

function pointerConverter(
  space: AddressSpace,
  functionName: string,
  parameter: CParameter | null,
  refuse: (wanted: string, value: unknown) => never,
): Converter {
  const { runtime } = space;
  const ownership = parameter?.ownership ?? "borrowed";
  const isRelease = ownership === "taken" && space.prototypes.isRelease(functionName);
  return (value, notes) => {
    if (value === null) return 0;
    if (!PointerObject.is(value)) return refuse(`a Pointer or null${pointerHint(value)}`, value);
    const home = PointerObject.space(value);
    const address = PointerObject.address(value);
    const block = PointerObject.block(value);
    if (home !== space) {
      const names = { givenTo: space.name, home: home.name };
      throw runtime.faults.report({ code: "FFI017", function: functionName, address, ...names }, space, null);
    }
    // Further than 32 bits reach: C would see the rest of it, which is some other place.
    if (address >>> 0 !== address) {
      const detail = {
        code: "FFI005",
        what: "pointer",
        side: "c",
        act: "read",
        function: functionName,
        address: 0,
        bytes: 0,
        offset: block ? address - block.address : 0,
      } as const;
      throw runtime.faults.report(detail, space, block);
    }
    if (block) inspect(block, address, notes);
    return address;
  };

  function inspect(block: Block, address: number, notes: CallNotes): void {
    const given = { function: functionName, address };
    if (block.freed) {
      // While the block stands as a tombstone C finds the use itself, with its own line. Once another block has its address, only this pointer knows.
      if (space.checked && space.blocks.at(block.address) === block) {
        if (isHandle(parameter)) notes.handles.push(block);
        return;
      }
      const use = { side: "c", act: "use", bytes: 0, offset: address - block.address, ended: "release" } as const;
      if (ownership === "taken") runtime.faults.report({ code: "FFI003", ...given }, space, block);
      else runtime.faults.report({ code: "FFI004", ...given, ...use }, space, block);
      notes.stale = address;
    } else if (block.takenBy !== null) {
      const fault = runtime.faults.report({ code: "FFI009", ...given, takenBy: block.takenBy }, space, block);
      // It would have two owners, and whichever of them is second would destroy what the first one uses.
      if (ownership === "taken") throw fault;
    } else if (ownership === "taken") {
      if (isRelease) notes.wrongRelease = wrongRelease(block, address, functionName);
      if (block.owner !== Owner.TypeScript && block.borrowedFrom !== null) notes.borrowedBeingFreed = block;
      else notes.taken.push(block);
    } else if (ownership === "kept") {
      notes.kept.push(block);
    }
  }
}

/** Why a function that releases what another one has made cannot release this; null when it can. */
function wrongRelease(block: Block, address: number, functionName: string): WrongRelease | null {
  if (block.owner !== Owner.TypeScript) return block.borrowedFrom === null ? null : { block, address, code: "FFI008" };
  if (block.release !== functionName) return { block, address, code: "FFI007" };
  return address === block.address ? null : { block, address, code: "FFI006" };
}

/** What a program that passes this in place of a pointer most likely lacks. */
function pointerHint(value: unknown): string {
  if (typeof value === "string") return ", such as cstring(text).pointer";
  if (ArrayBuffer.isView(value)) return ' (declare the parameter "buffer" to pass a typed array)';
  if (typeof value === "object" && value !== null && "pointer" in value) return " (pass its .pointer)";
  return "";
}

/** C types whose memory is plain data: text, bytes, numbers. Anything else is a struct, whose inside leads further. */
const PLAIN_DATA = /\b(void|char|short|int|long|float|double|bool|_Bool|\w+_t)\b/;

function isHandle(parameter: CParameter | null): boolean {
  return parameter?.type.kind === "pointer" && !PLAIN_DATA.test(parameter.type.to);
}
