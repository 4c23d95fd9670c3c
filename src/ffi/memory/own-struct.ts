import { describe } from "../types/describe.ts";
import type { FieldType, FixedArray, StructType } from "../types/field-types.ts";
import { ownList } from "../types/own-list.ts";
import { isFixedArray, isStruct } from "../types/struct-type.ts";

/** A struct's value, held by nothing of the program's. */
export type OwnStruct = Readonly<Record<string, unknown>>;

/**
 * It inherits nothing, so that a setter which the program has given to every object is not reached. Engines keep what
 * `Object.create(null)` makes as a table, and are slower with it.
 */
class Own {
  static {
    Object.setPrototypeOf(this.prototype, null);
  }
}

/**
 * A struct's value as it is at this moment: each field of the program's object is asked for once, in C's order. A field
 * may be a getter, and so run the program: memory that was looked at before that may be gone after it.
 *
 * @param where names the value in messages.
 * @throws TypeError for what is no object, or an array of another length; and what the program's object throws
 */
export function ownStruct(type: StructType, value: unknown, where: string): OwnStruct {
  requireObject(type, value, where);
  const own = new Own() as Record<string, unknown>;
  for (const { name, type: inner } of type.fields) {
    own[name] = typeof inner === "string" ? value[name] : ownField(inner, value[name], `${where}.${name}`);
  }
  return own;
}

/** The same for one field. */
export function ownField(type: FieldType, value: unknown, where: string): unknown {
  if (isStruct(type)) return ownStruct(type, value, where);
  if (!isFixedArray(type)) return value;
  return ownElements(type, value, where).map((element, index) => ownField(type.element, element, `${where}[${index}]`));
}

/** The elements of an array inside a struct. @throws TypeError unless there are as many as it has */
function ownElements(type: FixedArray, value: unknown, where: string): unknown[] {
  const list = ownList(value, type.length);
  if (list?.length === type.length) return list.items;
  const got = list ? `one of ${list.length}` : describe(value);
  throw new TypeError(`${where} must be an array of ${type.length} elements, got ${got}`);
}

/** @throws TypeError */
export function requireObject(
  type: StructType,
  value: unknown,
  where: string,
): asserts value is Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null) return;
  const names = type.fields.map((field) => field.name).join(", ");
  throw new TypeError(`${where} must be an object with ${names}, got ${describe(value)}`);
}
