import * as v from "valibot";
import type { FaultDefinition } from "../definition.ts";
import { optionalText, release } from "../detail-parts.ts";

export const fault = {
  code: "FFI007",
  name: "wrong-deallocator",
  title: "Memory was released by the wrong function",
  once: "per place",
} as const satisfies FaultDefinition;

/** `deallocator` is what would have been right, `allocator` the function that made the block; null when not known. */
export const detail = v.object({
  code: v.literal(fault.code),
  ...release,
  deallocator: optionalText,
  allocator: optionalText,
});
export type Detail = v.InferOutput<typeof detail>;
