import { toJsonSchema } from "@valibot/to-json-schema";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { exerciseSchema } from "../../exercise/index.ts";
import { ROOT } from "../setup.mjs";

/** Where the published schema is, in the project's folder. */
export const SCHEMA_FILE = "docs/exercise.schema.json";

/** The JSON Schema of an exercise: for an author who has none of our tools. */
export async function exerciseJsonSchema(): Promise<string> {
  // Trimming is what a reader does, and says nothing about what may be written.
  const schema = toJsonSchema(exerciseSchema, { typeMode: "input", ignoreActions: ["trim"] });
  const titled = { ...schema, title: "An exercise of FFI Playground" };
  const file = join(ROOT, SCHEMA_FILE);
  return format(JSON.stringify(titled), { ...(await resolveConfig(file)), filepath: file });
}
