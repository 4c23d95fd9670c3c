import { visibleLine } from "../faults/visible-text.ts";
import { printError } from "./terminal.ts";

/** Exit codes of every command: it went well; what was run has a fault or came to an early end; it could not be run. */
export const EXIT = { clean: 0, faulty: 1, notRun: 2 } as const;

/** Says in one line why a command could not do its work, and gives the exit code for that. */
export const refuse = (sentence: string): number => refuseAtLength(visibleLine(sentence));

/** The same in as many lines as the text has: a compiler's words. */
export function refuseAtLength(text: string): number {
  printError(text);
  return EXIT.notRun;
}
