/** Functions of the C library that allocate for themselves: what they keep, the program is never given to release. */
const KEEPS = new Set(["setenv", "putenv", "unsetenv", "clearenv", "getenv", "secure_getenv", "atexit", "setlocale"]);

/** Whether what a call of `made` allocates is the C library's own. */
export function isKeptByLibrary(made: string): boolean {
  return KEEPS.has(made);
}
