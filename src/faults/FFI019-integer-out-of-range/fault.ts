import * as v from "valibot";
import type { FaultDefinition } from "../definition.ts";
import { library, text } from "../detail-parts.ts";

export const fault = {
  code: "FFI019",
  name: "integer-out-of-range",
  title: "A number does not fit its C type",
  once: "per place",
} as const satisfies FaultDefinition;

/** `function`, or a field of a struct, was given `value`, which does not fit `type`. */
export const detail = v.object({ code: v.literal(fault.code), library, function: text, value: text, type: text });
export type Detail = v.InferOutput<typeof detail>;
