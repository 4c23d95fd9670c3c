import * as v from "valibot";
import type { FaultDefinition } from "../definition.ts";
import { count, library, number, optionalText } from "../detail-parts.ts";

export const fault = {
  code: "FFI002",
  name: "leak",
  title: "Memory was never released",
  once: "per subject",
} as const satisfies FaultDefinition;

/** `blocks` of one place, together `bytes`; `address` is the first one's. `deallocator` is what would release them. */
export const detail = v.object({
  code: v.literal(fault.code),
  library,
  address: number,
  blocks: count,
  bytes: count,
  deallocator: optionalText,
});
export type Detail = v.InferOutput<typeof detail>;
