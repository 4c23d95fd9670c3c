import * as v from "valibot";
import type { FaultDefinition } from "../definition.ts";
import { access } from "../detail-parts.ts";

export const fault = {
  code: "FFI010",
  name: "unterminated-string",
  title: "A C string has no NUL at its end",
  once: "per block",
} as const satisfies FaultDefinition;

/** The reading of the text, from its start. */
export const detail = v.object({ code: v.literal(fault.code), ...access });
export type Detail = v.InferOutput<typeof detail>;
