import * as v from "valibot";
import type { FaultDefinition } from "../definition.ts";
import { access } from "../detail-parts.ts";

export const fault = {
  code: "FFI016",
  name: "uninitialised-read",
  title: "Memory was read before anything was written to it",
  once: "per block",
} as const satisfies FaultDefinition;

/** `what` was read: `memory` that was not written, at `offset`, or a `value` that came from such memory and decides something. */
export const detail = v.object({ code: v.literal(fault.code), ...access, what: v.picklist(["memory", "value"]) });
export type Detail = v.InferOutput<typeof detail>;
