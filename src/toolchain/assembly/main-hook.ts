import type { ProgramImports } from "../../contract/checker-abi.ts";
import { plainName } from "./function-names.ts";
import { functionAnnounced, newLines, type Line } from "./lines.ts";

/** What of the host is called when main begins: before that the C library has allocated for itself. */
export const MAIN_HOOK: keyof ProgramImports & string = "ffi_hook_main";

/** Lets main begin by saying so. */
export function announceMain(lines: readonly Line[]): Line[] {
  const call = newLines(`\tcall\t${MAIN_HOOK}`);
  let inMain = false;
  const output = newLines(`\t.functype\t${MAIN_HOOK} () -> ()`);
  for (const line of lines) {
    output.push(line);
    const name = functionAnnounced(line);
    if (name !== null) inMain = plainName(name) === "main";
    if (inMain && line.text.startsWith("# %bb.0:")) output.push(...call);
  }
  return output;
}
