/** Writes `src/contract/checker-abi.ts` from `c-sources/checker/abi.h`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../setup.mjs";
import { ABI_MODULE, makeAbiModule } from "./make-module.ts";

writeFileSync(join(ROOT, ABI_MODULE), await makeAbiModule(ROOT));
