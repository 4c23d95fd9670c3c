import * as v from "valibot";
import type { FaultDefinition } from "../definition.ts";
import { optionalText, release } from "../detail-parts.ts";

export const fault = {
  code: "FFI008",
  name: "freed-borrowed",
  title: "Borrowed memory was released: the library still owns it",
  once: "per place",
} as const satisfies FaultDefinition;

/** `lender` is the function that lent the memory. */
export const detail = v.object({ code: v.literal(fault.code), ...release, lender: optionalText });
export type Detail = v.InferOutput<typeof detail>;
