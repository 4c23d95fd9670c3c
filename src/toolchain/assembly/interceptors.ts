/**
 * Functions of the C library instead of which a program calls the runtime's (`c-sources/interceptors/`). These check what
 * is accessed, which depends on what they find there, and then call the C library's. Only the program's calls go there:
 * what the C library does for itself it does in memory of its own.
 */
export const DIVERTED: ReadonlySet<string> = new Set([
  ...["strtok", "strtok_r", "strsep"],
  ...["strchrnul", "stpncpy", "strerror_r", "wmemchr", "wcswidth", "wcsncasecmp"],
  ...["mbstowcs", "wcstombs", "mbsrtowcs", "wcsrtombs", "mbtowc", "wctomb", "mbrtowc", "wcrtomb", "mblen", "mbrlen"],
  ...["wcstol", "wcstoul", "wcstoll", "wcstoull", "wcstof", "wcstod", "wcstold", "strtold"],
  ...["strftime", "wcsftime"],
  ...["pread", "pwrite", "readv", "writev", "readlink", "fgetws"],
]);

/** Other names of functions that the checker stands in front of. */
const SAME: Readonly<Record<string, string>> = {
  fgets_unlocked: "fgets",
  fread_unlocked: "fread",
  fwrite_unlocked: "fwrite",
  strtoimax: "strtoll",
  strtoumax: "strtoull",
  wcstoimax: "wcstoll",
  wcstoumax: "wcstoull",
};

/** Lets a program call them by their first names. @param own Functions that the program defines. */
export function firstNames(assembly: string, own: ReadonlySet<string>): string {
  const names = Object.keys(SAME).filter((name) => !own.has(name));
  const word = new RegExp(`^(\\s*(?:call|\\.functype)\\s+)(${names.join("|")})\\b`, "gm");
  return assembly.replace(word, (_, before: string, name: string) => before + SAME[name]);
}

/** What the runtime calls its own. */
export const divertedName = (name: string): string => (DIVERTED.has(name) ? `checked_${name}` : name);
