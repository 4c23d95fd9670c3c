/** Writes `docs/reference.md` from the docstrings of `src/ffi/`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "../setup.mjs";
import { makeReference, REFERENCE } from "./reference.ts";

const path = join(ROOT, REFERENCE);
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, makeReference(ROOT).markdown);
