import type { ProgramError } from "./format.ts";
import { MAX_CONSOLE_BYTES } from "./limits.ts";

const MiB = 1024 * 1024;

/** What ends a run before its own end: by a name, and by a sentence without its first capital and its full stop. */
const LIMITS = {
  time: { name: "TimeLimit", message: "stopped at its time limit" },
  trace: { name: "TraceLimit", message: "stopped, because it did more than a trace can hold" },
  output: { name: "OutputLimit", message: `stopped, because it printed more than ${MAX_CONSOLE_BYTES / MiB} MiB` },
  memory: { name: "MemoryLimit", message: "stopped, because it needed more memory than there is for it" },
  work: { name: "WorkLimit", message: "stopped, because it did more work than a sealed run may do" },
  stack: { name: "StackLimit", message: "stopped, because its calls went deeper than they may" },
  clock: {
    name: "NotJudged",
    message: "stopped by the clock before it met a limit of its own, which says nothing about it: it was not judged",
  },
  unsettled: {
    name: "UnsettledAwait",
    message: "the program waits for a promise that can never settle: nothing is left to happen that could settle it",
  },
} as const;

export type RunLimit = keyof typeof LIMITS;

/**
 * A limit as the error of a run that has the status `timed-out`.
 *
 * @param line 1-based line of the program's text where it was met, when known.
 */
export const limitError = (limit: RunLimit, line: number | null = null): ProgramError => ({ ...LIMITS[limit], line });

/** The sentence that tells a person of it, below what the run did. */
export const endedByLimit = ({ message }: ProgramError): string =>
  `${message.charAt(0).toUpperCase()}${message.slice(1)}; what it did until then is above.`;
