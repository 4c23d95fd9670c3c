import * as v from "valibot";
import type { FaultDefinition } from "../definition.ts";
import { library, text } from "../detail-parts.ts";

export const fault = {
  code: "FFI014",
  name: "signature-mismatch",
  title: "A function was declared unlike its C prototype",
  once: "per subject",
} as const satisfies FaultDefinition;

/** `mismatch` says how the declaration of `function` differs from its C `prototype`. */
export const detail = v.object({
  code: v.literal(fault.code),
  library,
  function: text,
  prototype: text,
  mismatch: text,
});
export type Detail = v.InferOutput<typeof detail>;
