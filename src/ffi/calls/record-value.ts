import type { CType } from "../../contract/description.ts";
import { MAX_LIST_LENGTH, MAX_VALUE_DEPTH } from "../../trace/limits.ts";
import { write, type ValueSink } from "../../trace/values/encoding.ts";
import type { NativeType } from "../types/native-types.ts";
import { PointerObject } from "../memory/pointer.ts";
import { realExtent } from "../memory/typed-array.ts";
import { isFixedArray } from "../types/struct-type.ts";
import type { FieldType, StructType } from "../types/field-types.ts";

/** Appends a value that crossed the boundary to the trace, as C sees it. `value` is TypeScript's side of it, `raw` C's. */
export type Recorder = (value: unknown, raw: number | bigint) => void;

/** What a recorder has to know of the library's memory: its `AddressSpace`. */
interface Space {
  readonly id: number;
  readonly runtime: { readonly trace: ValueSink };
  readonly callbacks: { at(index: number): { readonly id: number } | undefined };
}

/** How many more values a list may have, with the lists in it: the check of the trace counts them together. */
interface Room {
  values: number;
}

/** Elements of an array inside a struct that a trace keeps, at most: a picture shows no more. */
const MOST_ELEMENTS = 64;

/** For each of a call's arguments. @param actual their types in C, where they are known. */
export function recorders(
  space: Space,
  types: readonly (NativeType | StructType)[],
  actual: readonly (CType | undefined)[] = [],
): Recorder[] {
  const room = { values: MAX_LIST_LENGTH - types.length };
  return types.map((type, i) => valueRecorder(space, type, actual[i] ?? null, room, 0));
}

/** For one value, as a call's result is. */
export const recorder = (space: Space, type: NativeType | StructType, actual: CType | null = null): Recorder =>
  valueRecorder(space, type, actual, { values: MAX_LIST_LENGTH }, 0);

/** @param depth how many structs and arrays it is inside of. */
function valueRecorder(
  space: Space,
  type: NativeType | StructType,
  actual: CType | null,
  room: Room,
  depth: number,
): Recorder {
  const { trace } = space.runtime;
  if (typeof type !== "string") return structRecorder(space, type, actual, room, depth);
  switch (type) {
    case "void":
      return () => write.undefined(trace);
    case "bool":
      return (_value, raw) => write.boolean(trace, raw !== 0);
    case "i64":
    case "u64":
      return (value) => write.bigint(trace, value as bigint);
    case "function":
      return (_value, raw) => {
        const index = Number(raw) >>> 0;
        write.function(trace, index, space.callbacks.at(index)?.id ?? 0);
      };
    case "pointer":
      return (value, raw) => {
        const block = PointerObject.is(value) ? PointerObject.block(value) : null;
        write.pointer(trace, Number(raw) >>> 0, block?.id ?? 0, space.id);
      };
    case "buffer":
      return (value, raw) => {
        if (value === null) write.pointer(trace, 0, 0, space.id);
        else write.buffer(trace, Number(raw) >>> 0, realExtent(value as ArrayBufferView).byteLength);
      };
    default:
      return (value) => write.number(trace, value as number);
  }
}

/**
 * A struct's fields in C's order, under its name in C; where that is not known, under the names the program gave them.
 * Fields for which there is no room are left out.
 */
function structRecorder(space: Space, type: StructType, actual: CType | null, room: Room, depth: number): Recorder {
  const { trace } = space.runtime;
  const name = actual?.kind === "struct" ? actual.name : type.fields.map((field) => field.name).join(", ");
  if (depth >= MAX_VALUE_DEPTH) return () => write.undefined(trace);
  const kept = type.fields.slice(0, room.values);
  room.values -= kept.length;
  const fields = kept.map((field) => ({ name: field.name, record: fieldRecorder(space, field.type, room, depth + 1) }));
  return (value) => {
    write.struct(trace, name, fields.length);
    for (const { name: field, record } of fields) {
      const inner = (value as Record<string, unknown>)[field];
      record(inner, rawOf(inner));
    }
  };
}

function fieldRecorder(space: Space, type: FieldType, room: Room, depth: number): Recorder {
  if (!isFixedArray(type)) return valueRecorder(space, type, null, room, depth);
  const { trace } = space.runtime;
  if (depth >= MAX_VALUE_DEPTH) return () => write.undefined(trace);
  const left = { ...room };
  const record = fieldRecorder(space, type.element, left, depth + 1);
  const valuesOfEach = 1 + room.values - left.values;
  const length = Math.min(type.length, MOST_ELEMENTS, Math.floor(room.values / valuesOfEach));
  room.values -= length * valuesOfEach;
  const name = `${typeof type.element === "string" ? type.element : ""}[${type.length}]`;
  return (value) => {
    const elements = (value as unknown[]).slice(0, length);
    write.struct(trace, name, elements.length);
    for (const element of elements) record(element, rawOf(element));
  };
}

function rawOf(value: unknown): number | bigint {
  if (typeof value === "number" || typeof value === "bigint") return value;
  if (PointerObject.is(value)) return PointerObject.address(value);
  return value === true ? 1 : 0;
}
