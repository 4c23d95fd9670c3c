/** What a sealed program may use up. None depends on the machine, so that a run ends at the same place on every one. */

/** Steps of the engine, with what the host's work is charged. On a machine of today, a few seconds. */
export const MOST_WORK = 50_000_000;
/** Steps between two looks of the engine at its limits: a fact of QuickJS. */
export const STEPS_OF_A_LOOK = 10_000;
/** Steps that one operation of the host's is counted as. */
export const STEPS_OF_AN_OPERATION = 50;
/** Bytes that the host copies for one step. */
export const BYTES_OF_A_STEP = 16;
/** Bytes that the program's values may take at one moment. */
export const MOST_MEMORY = 64 * 1024 * 1024;
/** Bytes of the engine's own stack. The host's stack, on which the engine's functions stand, is larger than what this lets them use. */
export const MOST_STACK = 192 * 1024;
/** Operations of the host that may be under way inside each other: C that calls TypeScript that calls C. */
export const MOST_NESTED = 48;
/** Events of the trace. */
export const MOST_EVENTS = 1_000_000;
/** Milliseconds of the virtual clock that the steps of one look take, for a program that waits by looking at the time. */
export const MILLISECONDS_OF_A_LOOK = 0.5;
/** What `Date` says when the program starts: 1 January 2026, 00:00 UTC. */
export const START_OF_TIME_MS = 1_767_225_600_000;

/** Characters that a run may print. */
export const MOST_PRINTED = 4 * 1024 * 1024;

export type Limit = "work" | "memory" | "stack" | "events" | "output";

/** What a report says of a run that met a limit. */
export const LIMIT_SENTENCES: Readonly<Record<Limit, string>> = {
  work: "The program did more than a sealed run may do. Look for a loop that does not end.",
  memory: "The program used more than 64 MiB of memory. Look for a list that only grows.",
  stack: "Calls went deeper than a sealed run allows. Look for a function that calls itself without an end.",
  events: "The program crossed the boundary a million times. Look for a loop of calls that does not end.",
  output: "The program printed more than a run may print. Look for a loop that prints without an end.",
};

/** Thrown through everything that is under way when a limit is met. */
export class RunEnded extends Error {
  override readonly name: string = "RunEnded";
  readonly limit: Limit;
  constructor(limit: Limit) {
    super(LIMIT_SENTENCES[limit]);
    this.limit = limit;
  }
}
