import { MAX_LIST_LENGTH } from "../../trace/limits.ts";
import { isNativeType, type NativeType } from "../types/native-types.ts";
import { describe } from "../types/describe.ts";
import { ownList } from "../types/own-list.ts";
import { isStruct } from "../types/struct-type.ts";
import type { CallbackResult } from "./callback-result.ts";

/** What a parameter of a callback may be. */
export type CallbackParameter = Exclude<NativeType, "void" | "buffer">;

/** The C signature of a callback. */
export interface CallbackDefinition {
  readonly parameters: readonly CallbackParameter[];
  readonly result: CallbackResult;
}

/**
 * The definition of a callback as it is at this moment, when it can be called so. The program's own object is asked once
 * for each of its parts: it may be another one later.
 *
 * @throws TypeError that names the parameter
 */
export function ownCallbackDefinition(definition: unknown): CallbackDefinition {
  const { parameters, result } = (definition ?? {}) as Partial<Record<keyof CallbackDefinition, unknown>>;
  const list = ownList(parameters);
  if (list === null || list.length > MAX_LIST_LENGTH) {
    const got = list === null ? describe(parameters) : `one of ${list.length}`;
    throw new TypeError(`callback(definition, fn): definition.parameters must be an array, got ${got}`);
  }
  return {
    parameters: list.items.map(
      (type, index) => requireType(`parameter ${index + 1}`, type, "void") as CallbackParameter,
    ),
    result: requireType("the result", result, null) as CallbackResult,
  };
}

function requireType(what: string, type: unknown, besides: string | null): NativeType {
  const refuse = (why: string): never => {
    throw new TypeError(`callback(definition, fn): ${what} cannot be ${why}`);
  };
  if (isStruct(type)) {
    refuse(`a struct by value; declare it "pointer", let C pass an address, and read it with PointerView.getStruct`);
  }
  if (type === "buffer") refuse('"buffer": C passes an address without a length; declare it "pointer"');
  if (type === besides || !isNativeType(type)) return refuse(typeof type === "string" ? `"${type}"` : describe(type));
  return type;
}
