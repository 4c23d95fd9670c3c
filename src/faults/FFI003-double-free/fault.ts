import * as v from "valibot";
import type { FaultDefinition } from "../definition.ts";
import { release } from "../detail-parts.ts";

export const fault = {
  code: "FFI003",
  name: "double-free",
  title: "Memory was released twice",
  once: "per place",
} as const satisfies FaultDefinition;

/** The second release. */
export const detail = v.object({ code: v.literal(fault.code), ...release });
export type Detail = v.InferOutput<typeof detail>;
