import { visibleJson, visibleText } from "../faults/visible-text.ts";

/*
 * All that the commands print goes through here: a linter rule lets no other file of theirs write to the terminal. Names
 * and texts come from programs that may be hostile, so what a terminal would obey is shown.
 */

/** Prints a text and a line feed to standard output. */
export const print = (text: string): void => console.log(visibleText(text));

/** The same to standard error. */
export const printError = (text: string): void => console.error(visibleText(text));

/** Prints one JSON value to standard output. */
export const printJson = (value: unknown): void => console.log(visibleJson(JSON.stringify(value, null, 2)));
