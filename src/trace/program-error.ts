import * as v from "valibot";
import type { ProgramError } from "./format.ts";

/** Characters of an error as JSON; its message is cut long before. */
const MAX_LENGTH = 65_536;

const schema: v.GenericSchema<unknown, ProgramError> = v.object({
  name: v.string(),
  message: v.string(),
  line: v.nullable(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
});

/** The error that a trace's text says; null when it says none. */
export function readProgramError(text: string): ProgramError | null {
  if (text.length > MAX_LENGTH) return null;
  try {
    const { success, output } = v.safeParse(schema, JSON.parse(text));
    return success ? output : null;
  } catch {
    return null;
  }
}
