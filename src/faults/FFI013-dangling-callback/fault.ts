import * as v from "valibot";
import type { FaultDefinition } from "../definition.ts";
import { library, number, optionalText } from "../detail-parts.ts";

export const fault = {
  code: "FFI013",
  name: "dangling-callback",
  title: "C called a callback that had been closed",
  once: "per place",
} as const satisfies FaultDefinition;

/** `function` is the C function that called it, `address` the callback's place in C's table of functions. */
export const detail = v.object({ code: v.literal(fault.code), library, function: optionalText, address: number });
export type Detail = v.InferOutput<typeof detail>;
