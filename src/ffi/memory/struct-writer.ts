import type { AddressSpace } from "./address-space.ts";
import { ownField, requireObject } from "./own-struct.ts";
import { writeField, writeScalar } from "./struct-memory.ts";
import { isFixedArray, isStruct } from "../types/struct-type.ts";
import type { FieldType, StructType } from "../types/field-types.ts";

/** Writes a value to an address of C's memory. @throws as `writeScalar` */
export type Writer = (at: number, value: unknown) => void;

/**
 * Writes the program's own object to memory that is only for it: to ask for a field may run the program. Made for one type
 * at one place of the program: what a message would call each field is put together once.
 */
export function structWriter(space: AddressSpace, type: StructType, where: string): Writer {
  const fields = type.fields.map(({ name, offset, type: inner }) => ({
    name,
    offset,
    write: fieldWriter(space, inner, `${where}.${name}`),
  }));
  return (at, value) => {
    requireObject(type, value, where);
    for (const { name, offset, write } of fields) write(at + offset, value[name]);
  };
}

function fieldWriter(space: AddressSpace, type: FieldType, where: string): Writer {
  if (isStruct(type)) return structWriter(space, type, where);
  if (isFixedArray(type)) return (at, value) => writeField(space, type, at, ownField(type, value, where), where);
  if (type !== "f64") return (at, value) => writeScalar(space, type, at, value, where);
  return (at, value) => {
    if (typeof value === "number") space.view.setFloat64(at, value, true);
    else writeScalar(space, type, at, value, where);
  };
}
