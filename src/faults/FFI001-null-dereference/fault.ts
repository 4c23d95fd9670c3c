import * as v from "valibot";
import type { FaultDefinition } from "../definition.ts";
import { library, number, optionalText, access, readOrWrite } from "../detail-parts.ts";

export const fault = {
  code: "FFI001",
  name: "null-dereference",
  title: "A null pointer was used as if it pointed at memory",
  once: "per place",
} as const satisfies FaultDefinition;

/** `address` is what was added to null. */
export const detail = v.object({
  code: v.literal(fault.code),
  library,
  side: access.side,
  act: readOrWrite,
  function: optionalText,
  address: number,
});
export type Detail = v.InferOutput<typeof detail>;
