import type { FieldType, StructType } from "../../ffi/types/field-types.ts";
import { isFixedArray, isStruct } from "../../ffi/types/struct-type.ts";

/**
 * A copy of any value as JSON, taken once: the host judges the copy, and the program cannot change it any more. What the host
 * has no use for is only described, so that its messages can name what came.
 *
 * A number, a boolean, null and a text (as `["s", text]`) are themselves; everything else is a list that begins with a tag.
 */
export type Effigy =
  | number
  | boolean
  | null
  | readonly ["u"]
  | readonly ["s", string]
  /** A number that JSON has no word for. */
  | readonly ["n", string]
  | readonly ["i", string]
  | readonly ["y", string]
  | readonly ["f", string]
  | readonly ["promise"]
  | readonly ["p", number]
  | readonly ["S", number]
  | readonly ["a", readonly Effigy[]]
  | readonly ["o", readonly (readonly [string, Effigy])[]]
  | readonly ["c", string, readonly (readonly [string, Effigy])[]]
  | readonly ["t", string, number];

/** Values of one effigy, at most, and how deep they lie in each other. The table of a large library has some thousands. */
const MOST_VALUES = 100_000;
const DEEPEST = 12;

/** Handles of what came from the host. */
const pointers = new WeakMap<object, number>();
const structs = new WeakMap<object, number>();

export const notePointer = (value: object, handle: number): void => void pointers.set(value, handle);
export const noteStruct = (value: object, handle: number): void => void structs.set(value, handle);
/** The handle of a pointer; undefined for what is none. */
export const pointerHandle = (value: unknown): number | undefined =>
  typeof value === "object" && value !== null ? pointers.get(value) : undefined;
/** The handle of a struct type; undefined for what `struct` did not make. */
export const structHandle = (value: unknown): number | undefined =>
  typeof value === "object" && value !== null ? structs.get(value) : undefined;

/** The text of a value's effigy. */
export const effigyText = (value: unknown): string => JSON.stringify(effigy(value));

function effigy(value: unknown): Effigy {
  const room = { values: MOST_VALUES };
  return copy(value, room, 0);
}

function copy(value: unknown, room: { values: number }, depth: number): Effigy {
  room.values -= 1;
  switch (typeof value) {
    case "undefined":
      return ["u"];
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : ["n", Object.is(value, -0) ? "-0" : String(value)];
    case "bigint":
      return ["i", String(value)];
    case "string":
      return ["s", value];
    case "symbol":
      return ["y", value.description ?? ""];
    case "function":
      return ["f", String(value.name)];
    default:
      return value === null ? null : copyObject(value as object, room, depth);
  }
}

function copyObject(value: object, room: { values: number }, depth: number): Effigy {
  const pointer = pointers.get(value);
  if (pointer !== undefined) return ["p", pointer];
  const struct = structs.get(value);
  if (struct !== undefined) return ["S", struct];
  if (value instanceof Promise) return ["promise"];
  if (ArrayBuffer.isView(value)) return ["t", nameOfClass(value), value.byteLength];
  if (depth >= DEEPEST || room.values <= 0) return ["o", []];
  if (Array.isArray(value)) {
    const elements: Effigy[] = [];
    const length = Math.min(Number(value.length), room.values);
    for (let i = 0; i < length; i += 1) elements.push(copy((value as unknown[])[i], room, depth + 1));
    return ["a", elements];
  }
  const name = nameOfClass(value);
  const entries: [string, Effigy][] = [];
  for (const key of Object.keys(value)) {
    if (room.values <= 0) break;
    entries.push([key, copy((value as Record<string, unknown>)[key], room, depth + 1)]);
  }
  // A getter of a class does not show among the keys; the host asks what has a pointer for it.
  if (name !== "Object" && "pointer" in value && !Object.hasOwn(value, "pointer")) entries.push(["pointer", null]);
  return name === "Object" ? ["o", entries] : ["c", name, entries];
}

function nameOfClass(value: object): string {
  const name: unknown = (Object.getPrototypeOf(value) as { constructor?: { name?: unknown } } | null)?.constructor
    ?.name;
  return typeof name === "string" ? name : "";
}

/**
 * The text of a struct's value. Every field is read once, in C's order, from wherever the program's object has it: also from its
 * class. What is no object is sent as it is, for the host's message.
 */
export const structText = (type: StructType, value: unknown): string => JSON.stringify(copyStruct(type, value));

function copyStruct(type: StructType, value: unknown): Effigy {
  if (typeof value !== "object" || value === null) return effigy(value);
  return [
    "o",
    type.fields.map(
      (field) => [field.name, copyField(field.type, (value as Record<string, unknown>)[field.name])] as const,
    ),
  ];
}

function copyField(type: FieldType, value: unknown): Effigy {
  if (isStruct(type)) return copyStruct(type, value);
  if (!isFixedArray(type) || !Array.isArray(value)) return effigy(value);
  const said: unknown = (value as unknown[]).length;
  // Of another length it is refused, and so is one whose length is no number.
  const length = typeof said === "number" ? said : 0;
  const elements: Effigy[] = [];
  for (let i = 0; i < Math.min(length, type.length + 1); i += 1) elements.push(copyField(type.element, value[i]));
  return ["a", elements];
}
