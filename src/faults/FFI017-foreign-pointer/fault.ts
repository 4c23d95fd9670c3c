import * as v from "valibot";
import type { FaultDefinition } from "../definition.ts";
import { library, number, optionalText, text } from "../detail-parts.ts";

export const fault = {
  code: "FFI017",
  name: "foreign-pointer",
  title: "A pointer of one library was given to another",
  once: "per place",
} as const satisfies FaultDefinition;

/** `function` of the library `givenTo` got a pointer of the library `home`. Two openings of one library have one name. */
export const detail = v.object({
  code: v.literal(fault.code),
  library,
  function: optionalText,
  address: number,
  givenTo: text,
  home: text,
});
export type Detail = v.InferOutput<typeof detail>;
