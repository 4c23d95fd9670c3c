import type { CLocation } from "../../contract/description.ts";
import { beginsFunction, calleeOf, newLines, readLine, type Line } from "./lines.ts";
import { Positions } from "./positions.ts";

/** Finds the function of the library's text that a line belongs to; null for a line outside the library's files. */
export type Locate = (path: string, line: number, column: number) => CLocation | null;

/** The code locations of one library by number, shared by its files. Entry 0 is unused. */
export class LocationTable {
  readonly locations: (CLocation | null)[] = [null];
  readonly #numbers = new Map<string, number>();

  number(location: CLocation): number {
    const key = `${location.file}:${location.line}:${location.column}:${location.function}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.locations.push(location) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}

/** Runtime calls that report nothing: they need no location, and must not be followed by anything that costs. */
const SILENT =
  /^(__asan_(init|version_mismatch_check_v\d+|(un)?register_\w+|stack_\w+|set_shadow_\w+|(un)?poison_\w+|alloca_poison|allocas_unpoison|handle_no_return|before_dynamic_init|after_dynamic_init)|[gs]etTempRet0|__stack_pointer)$/;

/** These clear the number themselves. */
const CLEARS = /^__asan_/;

/** The checker's variables for the location of a call of its own, and of one that leaves the library. */
const LOCATION = "ffi_location";
const OUTER_LOCATION = "ffi_outer_location";

const store = (variable: typeof LOCATION | typeof OUTER_LOCATION, number: number): Line[] =>
  newLines("\ti32.const\t0", `\ti32.const\t${number}`, `\ti32.store\t${variable}`);

/** The number that a line and the one before it store as the location; null when they store none. */
export function locationStored(line: Line, before: Line | undefined): number | null {
  if (line.word !== "i32.store" || (line.rest !== LOCATION && line.rest !== OUTER_LOCATION)) return null;
  return before?.word === "i32.const" ? Number(before.rest) : 0;
}

/**
 * Makes checked assembly say where it is: before each call that leaves the library, through a pointer or into another
 * library, the number of its location is stored where the checker finds it (`checker/location.h`). What clears the number
 * needs no more; after any other call it is cleared, so that a later event cannot be given this location.
 *
 * @param lines What clang wrote for one C file, with `.loc` lines.
 * @param own Functions that the library itself defines.
 * @param clearing Functions that clear the number, beside those with names of the instrumentation's own.
 */
export function storeLocations(
  lines: readonly Line[],
  table: LocationTable,
  locate: Locate,
  own: ReadonlySet<string>,
  clearing: ReadonlySet<string>,
): Line[] {
  const positions = new Positions();
  const output: Line[] = [];
  let current: CLocation | null = null;
  for (const line of lines) {
    const position = positions.read(line);
    // Line 0 is code of no line of its own, and code from elsewhere is the library's doing all the same: both belong
    // to the last line of the library that was named.
    if (position !== null && position.line !== 0) {
      current = locate(position.file, position.line, position.column) ?? current;
    }
    if (beginsFunction(line)) current = null;
    const callee = calleeOf(line);
    const silent = callee === null ? line.word !== "call_indirect" : own.has(callee) || SILENT.test(callee);
    if (current === null || silent) {
      output.push(line);
      continue;
    }
    const number = table.number(current);
    if (callee === null) output.push(...store(LOCATION, number), line, ...store(LOCATION, 0));
    else if (clearing.has(callee) || CLEARS.test(callee)) output.push(...store(LOCATION, number), line);
    else output.push(...store(OUTER_LOCATION, number), line, ...store(OUTER_LOCATION, 0));
  }
  return [...declarationsIn(output), ...output];
}

/** Clang writes a function's signature where it is defined; its assembler wants to know it at a call before that. */
function declarationsIn(lines: readonly Line[]): Line[] {
  const texts = new Set(lines.filter(({ word }) => word === ".functype").map(({ text }) => text));
  return [...texts].map(readLine);
}
