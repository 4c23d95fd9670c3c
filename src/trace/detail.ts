import * as v from "valibot";
import type { FaultDetail, ProgramError } from "./format.ts";

/** Characters of a detail; the names and values in one fit many times over. */
const MAX_DETAIL_LENGTH = 65_536;

const text = v.nullable(v.string());

const faultDetail: v.GenericSchema<unknown, FaultDetail> = v.object({
  act: v.picklist(["read", "write", "free", "call", "declare", "end"]),
  library: v.number(),
  address: v.number(),
  bytes: v.number(),
  offset: v.number(),
  function: text,
  expected: text,
  actual: text,
});

const programError: v.GenericSchema<unknown, ProgramError> = v.object({
  name: v.string(),
  message: v.string(),
  line: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
});

const is = (schema: v.GenericSchema, json: string): boolean => {
  if (json.length > MAX_DETAIL_LENGTH) return false;
  try {
    return v.is(schema, JSON.parse(json));
  } catch {
    return false;
  }
};

/** Whether the text is the JSON of a `FaultDetail`. */
export const isFaultDetail = (json: string): boolean => is(faultDetail, json);

/** Whether the text is the JSON of a `ProgramError`. */
export const isProgramError = (json: string): boolean => is(programError, json);
