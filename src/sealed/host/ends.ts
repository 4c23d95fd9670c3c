import { JSException, type JSValueHandle } from "quickjs-wasi";
import type { UncaughtError } from "../guest/uncaught.ts";
import { RunEnded, type SealedLimit } from "./limits.ts";

/** A rejection that found no handler. */
export class Uncaught extends Error {
  readonly reason: JSValueHandle;
  constructor(reason: JSValueHandle) {
    super("uncaught");
    this.reason = reason;
  }
}

/** A program may throw one of these itself: it has then ended itself so. */
export const ENDS: Readonly<Record<string, SealedLimit>> = Object.assign(Object.create(null), {
  "InternalError: out of memory": "memory",
  "RangeError: Maximum call stack size exceeded": "stack",
});

export const isOutOfMemory = (error: JSException): boolean =>
  error.name === "InternalError" && error.message === "out of memory";

/** The host's own stack is used up: the engine's, which stands on it, has gone deeper than it can tell. */
export const isOverflow = (error: unknown): boolean =>
  error instanceof RangeError && error.message === "Maximum call stack size exceeded";

/**
 * Which limit an end of the engine's own means.
 * @throws the error itself, where it is no end of the engine's but a failure of ours
 */
export function limitOf(error: unknown): SealedLimit {
  if (error instanceof RunEnded) return error.limit;
  if (error instanceof JSException) return isOutOfMemory(error) ? "memory" : "work";
  // A trap: the engine has written past the end of its own stack.
  if (isOverflow(error) || error instanceof WebAssembly.RuntimeError) return "stack";
  throw error;
}

/** An error of this side with the words of one from inside, or the value that was thrown. */
export function effigyOf(told: UncaughtError): unknown {
  if (!("name" in told)) {
    return valueOf(told.type, told.value);
  }
  const { name, message, stack, error, suppressed } = told;
  const made = new Error(message);
  Object.defineProperty(made, "name", { value: name });
  Object.defineProperty(made, "stack", { value: stack });
  if (error && suppressed) Object.assign(made, { error: effigyOf(error), suppressed: effigyOf(suppressed) });
  return made;
}

/** A value of the same type that reads the same. */
function valueOf(type: string, text: string): unknown {
  switch (type) {
    case "number":
      return Number(text);
    case "boolean":
      return text === "true";
    case "bigint":
      return BigInt(text);
    case "undefined":
      return undefined;
    case "object":
    case "function":
      return { toString: () => text };
    default:
      return text;
  }
}
