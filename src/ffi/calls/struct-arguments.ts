import type { CFunction } from "../../contract/description.ts";
import { argumentName } from "./arguments.ts";
import type { AddressSpace } from "../memory/address-space.ts";
import { ownStruct } from "../memory/own-struct.ts";
import { PointerObject } from "../memory/pointer.ts";
import { readScalar } from "../memory/struct-memory.ts";
import { structWriter } from "../memory/struct-writer.ts";
import type { StructType } from "../types/field-types.ts";
import type { NativeType } from "../types/native-types.ts";
import { isStruct, soleScalar } from "../types/struct-type.ts";

/** The structs by value that one function takes. C gets the address of a copy of each, on its own stack. */
export interface StructArguments {
  /** Bytes of C's stack for the copies. */
  readonly bytes: number;
  /** Replaces the program's objects by values that are read again without running the program. @throws as `read` */
  own(args: unknown[]): void;
  /**
   * Reads the fields of all of them, each once. The list is for `write`, after which another call may use it.
   *
   * @throws TypeError for what is no such struct; and what the program's objects throw
   */
  read(args: readonly unknown[]): unknown[];
  /**
   * Writes what was read, and puts into `raw` what WebAssembly takes: an address, or a struct's one scalar.
   *
   * @param at address of `bytes` bytes
   * @param hidden how many arguments of WebAssembly there are before the first of C
   * @throws as `writeScalar`
   */
  write(list: unknown[], at: number, raw: (number | bigint)[], hidden: number): void;
}

/** What the address of a copy on C's stack is a multiple of, in bytes. */
const STACK_ALIGNMENT = 16;

/** Null for a function that takes none, so that its calls do not pay for them. */
export function structArguments(
  space: AddressSpace,
  { name, parameters }: CFunction,
  types: readonly (NativeType | StructType)[],
): StructArguments | null {
  let bytes = 0;
  let values = 0;
  const structs = types.flatMap((type, index) => {
    if (!isStruct(type)) return [];
    const where = argumentName(name, parameters[index] ?? null, index);
    const { read, write, length } = structWriter(space, type, where);
    const struct = { index, type, where, read, write, first: values, offset: bytes, scalar: soleScalar(type) };
    values += length;
    bytes += Math.ceil(type.byteLength / STACK_ALIGNMENT) * STACK_ALIGNMENT;
    return [struct];
  });
  if (structs.length === 0) return null;
  // One list serves every call. A field's getter may call the function again, whose call then has a list of its own.
  let spare: unknown[] | null = null;
  return {
    bytes,
    own(args) {
      for (const { index, type, where } of structs) args[index] = ownStruct(type, args[index], where);
    },
    read(args) {
      const list = spare ?? [];
      spare = null;
      for (let i = 0; i < structs.length; i += 1) {
        const one = structs[i]!;
        one.read(args[one.index], list, one.first);
      }
      return list;
    },
    write(list, at, raw, hidden) {
      for (let i = 0; i < structs.length; i += 1) {
        const one = structs[i]!;
        const address = at + one.offset;
        one.write(address, list, one.first);
        raw[one.index + hidden] = one.scalar === null ? address : toWasm(readScalar(space, one.scalar, address));
      }
      spare = list;
    },
  };
}

/** A scalar as WebAssembly takes it. */
function toWasm(value: unknown): number | bigint {
  if (typeof value === "number" || typeof value === "bigint") return value;
  if (typeof value === "boolean") return Number(value);
  return value === null ? 0 : PointerObject.address(value as PointerObject);
}
