import { markConstants } from "./constants.ts";
import { parseAssembly, printAssembly, type Line } from "./lines.ts";
import { storeLocations, type Locate, type LocationTable } from "./locations.ts";
import { declareRoundingCalls } from "./rounding-calls.ts";
import { checkStackOfLibrary, STACK_EXHAUSTED } from "./stack-limit.ts";

/** What is known of a library beside its assembly. */
export interface CheckedLibrary {
  /** Its code locations, those of its other files among them. */
  readonly table: LocationTable;
  readonly locate: Locate;
  /** Functions it defines. */
  readonly defined: ReadonlySet<string>;
  /** Functions that the checker stands in front of. */
  readonly wrapped: readonly string[];
  /** The pass over its loops. */
  readonly moveChecks: (lines: readonly Line[]) => Line[];
}

/** All passes over what clang wrote for one C file of a library that is optimised and has its checks inline. */
export function checkLibrary(
  assembly: string,
  { table, locate, defined, wrapped, moveChecks }: CheckedLibrary,
): string {
  const clearing = new Set([...wrapped, STACK_EXHAUSTED]);
  const passes: ((lines: readonly Line[]) => Line[])[] = [
    markConstants,
    declareRoundingCalls,
    checkStackOfLibrary,
    (lines) => storeLocations(lines, table, locate, defined, clearing),
    // After the locations: a report has its own with it, wherever it is moved.
    moveChecks,
  ];
  return printAssembly(passes.reduce((lines, pass) => pass(lines), parseAssembly(assembly)));
}
