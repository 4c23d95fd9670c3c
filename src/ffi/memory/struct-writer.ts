import { describe } from "../types/describe.ts";
import type { AddressSpace } from "./address-space.ts";
import { writeArray, writeScalar } from "./struct-memory.ts";
import { isFixedArray, isStruct } from "../types/struct-type.ts";
import type { FieldType, StructType } from "../types/field-types.ts";

/** Writes a value to an address of C's memory. @throws as `writeScalar` */
export type Writer = (at: number, value: unknown) => void;

/** `writeStruct` for one type at one place of the program: what a message would call each field is put together once. */
export function structWriter(space: AddressSpace, type: StructType, where: string): Writer {
  const fields = type.fields.map(({ name, offset, type: inner }) => ({
    name,
    offset,
    write: fieldWriter(space, inner, `${where}.${name}`),
  }));
  return (at, value) => {
    if (typeof value !== "object" || value === null) {
      const names = fields.map(({ name }) => name).join(", ");
      throw new TypeError(`${where} must be an object with ${names}, got ${describe(value)}`);
    }
    for (const { name, offset, write } of fields) write(at + offset, (value as Record<string, unknown>)[name]);
  };
}

function fieldWriter(space: AddressSpace, type: FieldType, where: string): Writer {
  if (isStruct(type)) return structWriter(space, type, where);
  if (isFixedArray(type)) return (at, value) => writeArray(space, type, at, value, where);
  if (type !== "f64") return (at, value) => writeScalar(space, type, at, value, where);
  return (at, value) => {
    if (typeof value === "number") space.view.setFloat64(at, value, true);
    else writeScalar(space, type, at, value, where);
  };
}
