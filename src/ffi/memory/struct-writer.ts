import type { AddressSpace } from "./address-space.ts";
import { ownField, requireObject } from "./own-struct.ts";
import { writeField, writeScalar } from "./struct-memory.ts";
import { isFixedArray, isStruct } from "../types/struct-type.ts";
import type { FieldType, StructType } from "../types/field-types.ts";

/** Asks the program's object for each field once, in C's order, and puts the values into `list` from `first` on. */
type Reader = (value: unknown, list: unknown[], first: number) => void;

/** Writes a field that is no struct. @param start address of the struct that the whole value is */
type FieldWriter = (view: DataView, start: number, value: unknown) => void;

/**
 * Copies values of one struct type to C's memory, in two steps: to read a field may run the program, and nothing is checked
 * or written before all of them are read.
 */
export interface StructWriter {
  /** How many values `read` puts into a list: one for each scalar and each array, at any depth. */
  readonly length: number;
  /** @throws TypeError for what is no object, or an array of another length; and what the program's object throws */
  readonly read: Reader;
  /** Writes what `read` has put there; padding is left as it is. @throws as `writeScalar` */
  write(at: number, list: readonly unknown[], first: number): void;
}

/** Made for one type at one place of the program: what a message would call each field is put together once. */
export function structWriter(space: AddressSpace, type: StructType, where: string): StructWriter {
  const writers: FieldWriter[] = [];
  const read = structReader(space, type, where, 0, writers);
  const { length } = writers;
  return {
    length,
    read,
    write(at, list, first) {
      const { view } = space;
      for (let i = 0; i < length; i += 1) writers[i]!(view, at, list[first + i]);
    },
  };
}

/** Adds the writers of a struct's fields to those before them, in the order in which the fields are read. */
function structReader(
  space: AddressSpace,
  type: StructType,
  where: string,
  start: number,
  writers: FieldWriter[],
): Reader {
  const before = writers.length;
  const fields = type.fields.map(({ name, type: inner, offset }) => {
    const what = `${where}.${name}`;
    const place = writers.length - before;
    if (isStruct(inner)) return { name, place, read: structReader(space, inner, what, start + offset, writers) };
    writers.push(fieldWriter(space, inner, what, start + offset));
    return { name, place, read: isFixedArray(inner) ? arrayReader(inner, what) : null };
  });
  if (fields.length <= MOST_SPELT_OUT && fields.every(({ read }) => read === null)) return fewScalars(type, where);
  return (value, list, first) => {
    requireObject(type, value, where);
    for (const { name, place, read } of fields) {
      if (read === null) list[first + place] = value[name];
      else read(value[name], list, first + place);
    }
  };
}

const arrayReader =
  (type: FieldType, where: string): Reader =>
  (value, list, place) =>
    void (list[place] = ownField(type, value, where));

const MOST_SPELT_OUT = 4;

/** An engine remembers for each place in the code which field was read there: fields that share one are looked up anew. */
function fewScalars(type: StructType, where: string): Reader {
  const [a, b, c, d] = type.fields.map(({ name }) => name) as [string, string, string, string];
  const { length } = type.fields;
  return (value, list, first) => {
    requireObject(type, value, where);
    list[first] = value[a];
    if (length > 1) list[first + 1] = value[b];
    if (length > 2) list[first + 2] = value[c];
    if (length > 3) list[first + 3] = value[d];
  };
}

function fieldWriter(
  space: AddressSpace,
  type: Exclude<FieldType, StructType>,
  where: string,
  offset: number,
): FieldWriter {
  if (isFixedArray(type)) return (_view, start, value) => writeField(space, type, start + offset, value, where);
  if (type !== "f64") return (_view, start, value) => writeScalar(space, type, start + offset, value, where);
  return (view, start, value) => {
    if (typeof value === "number") view.setFloat64(start + offset, value, true);
    else writeScalar(space, type, start + offset, value, where);
  };
}
