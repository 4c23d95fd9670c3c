import * as v from "valibot";
import type { FaultDefinition } from "../definition.ts";
import { access, endOfVariable } from "../detail-parts.ts";

export const fault = {
  code: "FFI004",
  name: "use-after-free",
  title: "Memory was used after it had been released",
  once: "per block",
} as const satisfies FaultDefinition;

/**
 * `ended` says how its life ended: it was released, or it is a local variable that is over. `use` is a pointer given to
 * a function whose access is not known.
 */
export const detail = v.object({
  code: v.literal(fault.code),
  ...access,
  act: v.picklist(["read", "write", "use"]),
  ended: v.union([v.literal("release"), endOfVariable]),
});
export type Detail = v.InferOutput<typeof detail>;
