import type { CLocation } from "../../contract/description.ts";
import { renameAmbiguous } from "./ambiguous-names.ts";
import { redirectBadWrites, STORE_CHECKS } from "./bad-writes.ts";
import { markConstants } from "./constants.ts";
import { trustDefinednessAccesses } from "./definedness-accesses.ts";
import { definedIn } from "./function-names.ts";
import { INTERCEPTED, resolveAliases } from "./interceptors.ts";
import { followLibraryCalls } from "./library-calls.ts";
import { parseAssembly, printAssembly, type Line } from "./lines.ts";
import { LocationTable, storeLocations } from "./locations.ts";
import { announceMain, MAIN_HOOK } from "./main-hook.ts";
import { calleesAt, locatorOf } from "./program-locations.ts";
import { checkStackOfProgram, STACK_EXHAUSTED } from "./stack-limit.ts";

/** What the passes have to know of the runtime and of the C library that a program is linked with. */
export interface ProgramRuntime {
  /** Functions of the C library that the linker has others for. */
  readonly wrapped: readonly string[];
  /** Functions that clear a stored location themselves: some of those, and the runtime's. */
  readonly clearing: readonly string[];
  /** Functions of the runtime that report nothing. */
  readonly silent: readonly string[];
  /** Functions of the C library of which it is known what they write. */
  readonly exact: ReadonlySet<string>;
}

/** A program's assembly with all that its checks need. */
export interface CheckedAssembly {
  /** A text for each C file. */
  readonly assemblies: readonly string[];
  /** Functions that the program defines, as the linker knows them. */
  readonly defined: ReadonlySet<string>;
  /** Names of its C files, which the locations index. */
  readonly files: readonly string[];
  /** Its code locations by number; entry 0 is unused. */
  readonly locations: readonly (CLocation | null)[];
  /** The C library's function called at each location; null where none or more than one is. */
  readonly callees: readonly (string | null)[];
}

/**
 * All passes over what clang wrote for the C files of a program that is not optimised and calls a function for each check.
 *
 * @param nameOf The name of a file that clang names; null for a file that is not the program's.
 */
export function checkProgram(
  written: readonly string[],
  runtime: ProgramRuntime,
  nameOf: (file: string) => string | null,
): CheckedAssembly {
  const compiled = written.map((text) => markConstants(parseAssembly(text)));
  const table = new LocationTable();
  const files: string[] = [];
  const locate = locatorOf(compiled, files, nameOf);
  const defined = new Set(compiled.flatMap(definedIn));
  const own = new Set([...defined, MAIN_HOOK, ...runtime.silent]);
  const clearing = new Set([...runtime.clearing, ...INTERCEPTED, ...STORE_CHECKS, STACK_EXHAUSTED]);
  const through = (lines: readonly Line[], passes: readonly ((lines: readonly Line[]) => Line[])[]): Line[] =>
    passes.reduce((given: readonly Line[], pass) => pass(given), lines) as Line[];
  const located = compiled.map((lines) =>
    through(lines, [
      (given) => resolveAliases(given, defined),
      checkStackOfProgram,
      trustDefinednessAccesses,
      redirectBadWrites,
      announceMain,
      (given) => storeLocations(given, table, locate, own, clearing),
    ]),
  );
  const finished = located.map((lines) =>
    through(lines, [
      (given) => followLibraryCalls(given, defined, runtime.exact),
      (given) => renameAmbiguous(given, defined, runtime.wrapped),
    ]),
  );
  return {
    assemblies: finished.map(printAssembly),
    defined,
    files,
    locations: table.locations,
    callees: calleesAt(located, table.locations.length),
  };
}
