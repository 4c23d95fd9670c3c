import * as v from "valibot";
import type { FaultDefinition } from "../definition.ts";
import { number, release } from "../detail-parts.ts";

export const fault = {
  code: "FFI006",
  name: "invalid-free",
  title: "Something that did not come from an allocator was released",
  once: "per place",
} as const satisfies FaultDefinition;

/** `memory` is what the address lies in, `offset` how far from its start: bytes, negative before it. */
export const detail = v.object({
  code: v.literal(fault.code),
  ...release,
  memory: v.picklist(["heap", "global", "local", "unknown"]),
  offset: number,
});
export type Detail = v.InferOutput<typeof detail>;
