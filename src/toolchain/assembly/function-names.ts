import { functionAnnounced, type Line } from "./lines.ts";

/** Names of the functions that assembly defines, as the linker knows them. */
export const definedIn = (lines: readonly Line[]): string[] =>
  lines.map(functionAnnounced).filter((name) => name !== null);

/** The linker's names for main say how it was declared. */
export const plainName = (name: string): string =>
  /^(main|__main_argc_argv|__main_void|__original_main)$/.test(name) ? "main" : name;
