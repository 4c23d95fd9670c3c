/** Exit codes of every command: it went well; what was run has a fault or came to an early end; it could not be run. */
export const EXIT = { clean: 0, faulty: 1, notRun: 2 } as const;

/** Says in one line why a command could not do its work, and gives the exit code for that. */
export function refuse(sentence: string): number {
  console.error(sentence);
  return EXIT.notRun;
}
