import checks from "virtual:sealed-checks";
import program from "virtual:sealed-guest";
import type { SealedModule } from "../runner/sealed-engine.ts";
import { Engine } from "./host/engine.ts";

/** The sealed engine as a module by itself: the runner imports its text. */
export const runSealed: SealedModule["runSealed"] = (run) => new Engine(run, { program, checks }).run();
