import * as v from "valibot";
import type { FaultDefinition } from "../definition.ts";
import { library, number, optionalText } from "../detail-parts.ts";

export const fault = {
  code: "FFI011",
  name: "invalid-utf8",
  title: "Bytes that are not UTF-8 were read as text",
  once: "per place",
} as const satisfies FaultDefinition;

/** `function` is what read them, `address` the text's first byte. */
export const detail = v.object({ code: v.literal(fault.code), library, function: optionalText, address: number });
export type Detail = v.InferOutput<typeof detail>;
