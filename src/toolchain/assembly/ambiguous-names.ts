import { readLine, type Line } from "./lines.ts";

/** Names that clang's assembler takes for numbers: `nan` is one of C's functions, the others may be a program's. */
const NUMBERS = ["nan", "NaN", "NAN", "inf", "Inf", "INF", "infinity", "Infinity", "INFINITY"];

/** What begins a line without names of functions and data. */
const NO_NAMES = /^(f\d\d\.const|\.asciz?|\.file|\.loc|\.local|)$/;

/**
 * Gives other names to what the assembler would take for a number, and to functions that the program has written itself
 * and that the linker would take for the C library's, which the checker stands in front of: a program's own `strlen` is
 * that program's. The runtime has C's `nan` under its new name.
 *
 * @param own Functions that the program defines.
 * @param taken Functions that the linker has the checker's for.
 */
export function renameAmbiguous(lines: readonly Line[], own: ReadonlySet<string>, taken: readonly string[]): Line[] {
  const names = [...NUMBERS, ...taken.filter((name) => own.has(name))];
  const name = new RegExp(`(^|[\\s,])(${names.join("|")})(?=$|[\\s,:+])`, "g");
  return lines.map((line) => {
    if (NO_NAMES.test(line.word)) return line;
    const text = line.text.replace(name, "$1ffi_named_$2");
    return text === line.text ? line : readLine(text);
  });
}
