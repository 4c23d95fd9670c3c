/** Writes the JSON Schema of an exercise. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../setup.mjs";
import { exerciseJsonSchema, SCHEMA_FILE } from "./schema.ts";

writeFileSync(join(ROOT, SCHEMA_FILE), await exerciseJsonSchema());
