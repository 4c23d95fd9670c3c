import type { LibraryDescription } from "../../../contract/description.ts";

/** The functions that a library's header declares; those of libc, which every library has, are left out. */
export const ownFunctions = ({ functions }: LibraryDescription): string[] =>
  functions.filter(({ definition }) => definition !== null).map(({ name }) => name);
