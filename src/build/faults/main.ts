/** Writes the lists of all faults from the folders of `src/faults/`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../setup.mjs";
import { faultLists } from "./list.ts";

for (const [file, text] of Object.entries(await faultLists(ROOT))) writeFileSync(join(ROOT, file), text);
