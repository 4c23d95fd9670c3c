import * as v from "valibot";
import type { FaultDefinition } from "../definition.ts";
import { library, text } from "../detail-parts.ts";

export const fault = {
  code: "FFI015",
  name: "exception-through-C",
  title: "An exception was thrown through C",
  once: "per place",
} as const satisfies FaultDefinition;

/** `exception` is its name and its message, or what was thrown that is none. */
export const detail = v.object({ code: v.literal(fault.code), library, exception: text });
export type Detail = v.InferOutput<typeof detail>;
