import type { NativeType } from "../../ffi/types/native-types.ts";
import type { StructType } from "../../ffi/types/field-types.ts";
import { effigyText, pointerHandle, structText } from "./effigy.ts";
import { pointerOf } from "./pointers.ts";

/** What is sent for a value of any kind: itself where the host knows it from a handle, else its effigy. */
export type Sent = number | boolean | bigint | string | null | undefined;

/** What crosses as it is has 64 bits and a sign. */
const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n - 1n;

/** A value where C wants a number, a boolean or nothing special. */
export function sendScalar(value: unknown): Sent {
  switch (typeof value) {
    case "number":
    case "boolean":
    case "undefined":
      return value;
    case "bigint":
      return value >= LEAST && value <= MOST ? value : effigyText(value);
    default:
      return value === null ? null : effigyText(value);
  }
}

/** A value where C wants a pointer: a pointer's handle, or null. */
export function sendPointer(value: unknown): Sent {
  if (value === null) return null;
  return pointerHandle(value) ?? effigyText(value);
}

/** By the declared type. */
export function send(type: NativeType | StructType, value: unknown): Sent {
  if (typeof type !== "string") return structText(type, value);
  return type === "pointer" || type === "function" ? sendPointer(value) : sendScalar(value);
}

/** What came from the host for a value of this type. */
export function receive(type: NativeType | StructType, value: unknown): unknown {
  if (typeof type !== "string") return receiveTree(JSON.parse(value as string));
  switch (type) {
    case "pointer":
    case "function":
      return value === null ? null : pointerOf(value as number);
    case "u64":
      return BigInt.asUintN(64, value as bigint);
    default:
      return value;
  }
}

/** What the host sends of structs: the same words as an effigy. */
export function receiveTree(tree: unknown): unknown {
  if (!Array.isArray(tree)) return tree;
  const [tag, what] = tree as [string, unknown];
  switch (tag) {
    case "n":
      return Number(what);
    case "i":
      return BigInt(what as string);
    case "p":
      return pointerOf(what as number);
    case "a":
      return (what as unknown[]).map(receiveTree);
    case "o": {
      const object: Record<string, unknown> = {};
      for (const [key, inner] of what as [string, unknown][]) object[key] = receiveTree(inner);
      return object;
    }
    default:
      return undefined;
  }
}
