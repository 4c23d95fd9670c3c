import * as v from "valibot";
import type { FaultDefinition } from "../definition.ts";
import { access, readOrWrite } from "../detail-parts.ts";

export const fault = {
  code: "FFI005",
  name: "out-of-bounds",
  title: "Memory was read or written where it must not be",
  once: "per place",
} as const satisfies FaultDefinition;

/**
 * `what` was wrong:
 *
 * - `access`: it reached outside of its block, or memory that is no block.
 * - `constant`: a constant or a text literal was written.
 * - `pointer`: a pointer outside of its block was given to C, which 32 bits cannot express.
 * - `view`: the program made a view that reaches outside of its block.
 * - `overlap`: source and destination of a copy overlap, where they must not.
 * - `stack`: the C stack is used up.
 */
export const detail = v.object({
  code: v.literal(fault.code),
  ...access,
  act: readOrWrite,
  what: v.picklist(["access", "constant", "pointer", "view", "overlap", "stack"]),
});
export type Detail = v.InferOutput<typeof detail>;
