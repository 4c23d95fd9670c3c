import { firstOf, readLine, type Line } from "./lines.ts";

/**
 * Functions of the C library instead of which a program calls the runtime's (`c-sources/interceptors/`). These check what
 * is accessed, which depends on what they find there, and then call the C library's. Only the program's calls go there:
 * what the C library does for itself it does in memory of its own.
 */
export const INTERCEPTED: ReadonlySet<string> = new Set([
  ...["strtok", "strtok_r", "strsep"],
  ...["strchrnul", "stpncpy", "strerror_r", "wmemchr", "wcswidth", "wcsncasecmp"],
  ...["mbstowcs", "wcstombs", "mbsrtowcs", "wcsrtombs", "mbtowc", "wctomb", "mbrtowc", "wcrtomb", "mblen", "mbrlen"],
  ...["wcstol", "wcstoul", "wcstoll", "wcstoull", "wcstof", "wcstod", "wcstold", "strtold"],
  ...["strftime", "wcsftime"],
  ...["pread", "pwrite", "readv", "writev", "readlink", "fgetws"],
]);

/** What the runtime calls its own. */
export const interceptorOf = (name: string): string => (INTERCEPTED.has(name) ? `checked_${name}` : name);

/** Other names of functions that the checker stands in front of. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ["fgets_unlocked", "fgets"],
  ["fread_unlocked", "fread"],
  ["fwrite_unlocked", "fwrite"],
  ["strtoimax", "strtoll"],
  ["strtoumax", "strtoull"],
  ["wcstoimax", "wcstoll"],
  ["wcstoumax", "wcstoull"],
]);

/** Lets a program call them by their first names. @param own Functions that the program defines. */
export function resolveAliases(lines: readonly Line[], own: ReadonlySet<string>): Line[] {
  return lines.map((line) => {
    if (line.word !== "call" && line.word !== ".functype") return line;
    const name = firstOf(line.rest);
    const first = own.has(name) ? undefined : ALIASES.get(name);
    return first === undefined ? line : readLine(line.text.replace(name, first));
  });
}
