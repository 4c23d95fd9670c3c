import type { CLocation } from "../../contract/description.ts";
import { plainName } from "./function-names.ts";
import { calleeOf, functionAnnounced, type Line } from "./lines.ts";
import { locationStored, type Locate } from "./locations.ts";
import { Positions } from "./positions.ts";

/**
 * Says which function each line of the program belongs to, by what the assembly of all its files says. Without
 * optimisation nothing is inlined, so a line's code stands in its own function.
 *
 * @param files Receives the name of each file, as it is first met.
 * @param nameOf The name of a file that clang names; null for a file that is not the program's.
 */
export function locatorOf(
  assemblies: readonly (readonly Line[])[],
  files: string[],
  nameOf: (file: string) => string | null,
): Locate {
  const functions = new Map<string, string>();
  for (const lines of assemblies) {
    const positions = new Positions();
    let current = "";
    for (const line of lines) {
      current = functionAnnounced(line) ?? current;
      const position = positions.read(line);
      if (position !== null && position.line !== 0) {
        functions.set(`${nameOf(position.file)}:${position.line}`, plainName(current));
      }
    }
  }
  return (path, line, column): CLocation | null => {
    const file = nameOf(path);
    if (file === null) return null;
    const inside = functions.get(`${file}:${line}`);
    if (inside === undefined) return null;
    let index = files.indexOf(file);
    if (index < 0) index = files.push(file) - 1;
    return { file: index, line, column, function: inside };
  };
}

/** What the compiler calls for itself. */
const RUNTIME = /^(__asan_|__msan_|ffi_)/;

/**
 * The C library's function called at each location, by the location's number; null where none or more than one is, or
 * where clang made the call of a plain assignment.
 *
 * @param assemblies With the locations stored in them.
 */
export function calleesAt(assemblies: readonly (readonly Line[])[], count: number): (string | null)[] {
  const callees: (Set<string> | undefined)[] = [];
  for (const lines of assemblies) {
    let location = 0;
    for (const [index, line] of lines.entries()) {
      location = locationStored(line, lines[index - 1]) ?? location;
      const callee = calleeOf(line);
      if (callee === null) continue;
      if (location > 0 && !RUNTIME.test(callee)) (callees[location] ??= new Set()).add(callee);
      location = 0;
    }
  }
  return Array.from({ length: count }, (_, location) => {
    const names = [...(callees[location] ?? [])];
    return names.length === 1 ? names[0]! : null;
  });
}
