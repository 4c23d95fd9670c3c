import * as v from "valibot";
import type { FaultDefinition } from "../definition.ts";
import { library, number, text } from "../detail-parts.ts";

export const fault = {
  code: "FFI020",
  name: "callback-leak",
  title: "A callback was still registered at the end",
  once: "per place",
} as const satisfies FaultDefinition;

/** `function` registered it, `unregister` would have ended that; `address` is its place in C's table of functions. */
export const detail = v.object({
  code: v.literal(fault.code),
  library,
  function: text,
  address: number,
  unregister: text,
});
export type Detail = v.InferOutput<typeof detail>;
