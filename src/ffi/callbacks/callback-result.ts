import type { NativeType } from "../types/native-types.ts";
import { describe } from "../types/describe.ts";
import { BIGINT_RANGES, INTEGER_RANGES } from "../types/numbers.ts";
import { PointerObject } from "../memory/pointer.ts";

/** What a callback may return. */
export type CallbackResult = Exclude<NativeType, "buffer">;

/**
 * What a callback returned, as WebAssembly takes it.
 * @throws TypeError, RangeError
 */
export function callbackResult(type: CallbackResult, value: unknown): number | bigint | undefined {
  switch (type) {
    case "void":
      return undefined;
    case "bool":
      return value ? 1 : 0;
    case "i64":
    case "u64": {
      const [low, high] = BIGINT_RANGES[type];
      if (typeof value !== "bigint") return refuse("a bigint", value);
      return value < low || value > high ? outOfRange(type, value) : value;
    }
    case "pointer":
    case "function":
      if (value === null) return 0;
      return PointerObject.is(value) ? PointerObject.address(value) : refuse("a Pointer or null", value);
    case "f32":
    case "f64":
      return typeof value === "number" ? value : refuse("a number", value);
    default: {
      if (typeof value !== "number") return refuse("a number", value);
      const [low, high] = INTEGER_RANGES[type];
      return !Number.isInteger(value) || value < low || value > high ? outOfRange(type, value) : value;
    }
  }
}

function refuse(wanted: string, value: unknown): never {
  throw new TypeError(`the callback must return ${wanted}, got ${describe(value)}`);
}

function outOfRange(type: CallbackResult, value: unknown): never {
  throw new RangeError(`the callback returned ${String(value)}, which does not fit ${type}`);
}

/** What C gets from a callback that has no result to give. */
export function zeroResult(result: CallbackResult): number | bigint | undefined {
  if (result === "void") return undefined;
  return result === "i64" || result === "u64" ? 0n : 0;
}
