import * as v from "valibot";
import type { FaultDefinition } from "../definition.ts";
import { count, library, number, readOrWrite } from "../detail-parts.ts";

export const fault = {
  code: "FFI012",
  name: "stale-view",
  title: "A view was used after the memory behind it had moved",
  once: "per block",
} as const satisfies FaultDefinition;

/** `cause`: C had moved the data elsewhere, or the library's memory had grown. `bytes` and `address` are the view's. */
export const detail = v.object({
  code: v.literal(fault.code),
  library,
  act: readOrWrite,
  address: number,
  bytes: count,
  cause: v.picklist(["moved", "grew"]),
});
export type Detail = v.InferOutput<typeof detail>;
