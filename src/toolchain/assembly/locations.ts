import type { CLocation } from "../../contract/description.ts";

/** Finds the function of the library's text that a line belongs to; null for a line outside the library's files. */
export type Locate = (path: string, line: number, column: number) => CLocation | null;

/** The positions of one library by number, shared by its files. Entry 0 is unused. */
export class SiteTable {
  readonly sites: (CLocation | null)[] = [null];
  readonly #numbers = new Map<string, number>();

  number(site: CLocation): number {
    const key = `${site.file}:${site.line}:${site.column}:${site.function}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.sites.push(site) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}

/** Runtime calls that report nothing: they need no position, and must not be followed by anything that costs. */
const SILENT =
  /^(__asan_(init|version_mismatch_check_v\d+|(un)?register_\w+|stack_\w+|set_shadow_\w+|(un)?poison_\w+|alloca_poison|allocas_unpoison|handle_no_return|before_dynamic_init|after_dynamic_init)|[gs]etTempRet0|__stack_pointer)$/;

/** These take the number themselves, so that nothing is left to clear. */
const TAKES_SITE = /^__asan_/;

const FILE = /^\s*\.file\s+(\d+)\s+(?:"((?:[^"\\]|\\.)*)"\s+)?"((?:[^"\\]|\\.)*)"/;
const LOC = /^\s*\.loc\s+(\d+)\s+(\d+)\s+(\d+)/;
const CALL = /^\s*(call|call_indirect)\s+([^\s,]+)/;

const store = (variable: "ffi_site" | "ffi_outer_site", number: number): string =>
  `\ti32.const\t0\n\ti32.const\t${number}\n\ti32.store\t${variable}`;

/**
 * Makes checked assembly say where it is: before each call that leaves the library, through a pointer or into another
 * library, the number of its position is stored where the checker finds it (`checker/site.h`). What takes the number
 * needs no more; after any other call it is cleared, so that a later event cannot be given this position.
 *
 * @param assembly What clang wrote for one C file, with `.loc` lines.
 * @param own Functions that the library itself defines.
 * @param takers Functions that take the number, beside those with names of the instrumentation's own.
 */
export function storeSites(
  assembly: string,
  table: SiteTable,
  locate: Locate,
  own: ReadonlySet<string>,
  takers: ReadonlySet<string>,
): string {
  const files = new Map<string, string>();
  const output: string[] = [];
  let current: CLocation | null = null;
  for (const line of assembly.split("\n")) {
    const file = FILE.exec(line);
    if (file) {
      const folder = file[2];
      files.set(file[1]!, folder === undefined || folder === "." ? file[3]! : `${folder}/${file[3]!}`);
    }
    const location = LOC.exec(line);
    // Line 0 is code of no line of its own, and code from elsewhere is the library's doing all the same: both belong
    // to the last line of the library that was named.
    if (location && location[2] !== "0") {
      current = locate(files.get(location[1]!) ?? "", Number(location[2]), Number(location[3])) ?? current;
    }
    if (line.includes("# -- Begin function")) current = null;
    const call = CALL.exec(line);
    const callee = call?.[1] === "call_indirect" ? null : call?.[2];
    if (callee === undefined || current === null || (callee !== null && (own.has(callee) || SILENT.test(callee)))) {
      output.push(line);
      continue;
    }
    const number = table.number(current);
    if (callee === null) output.push(store("ffi_site", number), line, store("ffi_site", 0));
    else if (takers.has(callee) || TAKES_SITE.test(callee)) output.push(store("ffi_site", number), line);
    else output.push(store("ffi_outer_site", number), line, store("ffi_outer_site", 0));
  }
  return [...signaturesOf(output), ...output].join("\n");
}

/** Clang writes a function's signature where it is defined; its assembler wants to know it at a call before that. */
function signaturesOf(assembly: readonly string[]): string[] {
  return [...new Set(assembly.filter((line) => /^\s*\.functype\s/.test(line)))];
}
