import * as v from "valibot";
import type { FaultDefinition } from "../definition.ts";
import { library, number, optionalText } from "../detail-parts.ts";

export const fault = {
  code: "FFI009",
  name: "use-after-transfer",
  title: "Memory was used after it had been handed over",
  once: "per block",
} as const satisfies FaultDefinition;

/** `function` is what used it, `takenBy` the function that had taken it over. */
export const detail = v.object({
  code: v.literal(fault.code),
  library,
  function: optionalText,
  address: number,
  takenBy: optionalText,
});
export type Detail = v.InferOutput<typeof detail>;
