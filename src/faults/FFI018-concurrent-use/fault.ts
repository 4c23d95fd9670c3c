import * as v from "valibot";
import type { FaultDefinition } from "../definition.ts";
import { library, number, text } from "../detail-parts.ts";

export const fault = {
  code: "FFI018",
  name: "concurrent-use",
  title: "A handle that is not thread-safe was used by two tasks at once",
  once: "per block",
} as const satisfies FaultDefinition;

/** `function` is what the other task called, `during` what the task called that was in the middle of using the handle. */
export const detail = v.object({
  code: v.literal(fault.code),
  library,
  function: text,
  address: number,
  during: text,
});
export type Detail = v.InferOutput<typeof detail>;
