import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readLessons } from "../read-lessons.ts";
import { ROOT } from "../setup.mjs";
import { TOUR } from "./file.ts";
import { tourProgram } from "./program.ts";

const file = join(ROOT, TOUR);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, await tourProgram(readLessons(ROOT), file));
