import type { RunLimit } from "../../trace/run-limit.ts";

/** What a sealed program may use up. None depends on the machine, so that a run ends at the same place on every one. */

/** Steps of the engine, with what the host's work is charged. On a machine of today, a few seconds. */
export const MOST_WORK = 50_000_000;
/** Steps between two looks of the engine at its limits: a fact of QuickJS. */
export const STEPS_OF_A_LOOK = 10_000;
/** Steps that one operation of the host's is counted as. */
export const STEPS_OF_AN_OPERATION = 50;
/** Bytes that the host copies for one step. */
export const BYTES_OF_A_STEP = 16;
/** Bytes of the engine's linear memory: what the program's values take at one moment, and a megabyte of the engine's own. */
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

/** The limits that end a sealed run from inside. */
export type SealedLimit = Extract<RunLimit, "work" | "memory" | "stack" | "trace" | "output">;

/** Thrown through everything that is under way when a limit is met. */
export class RunEnded extends Error {
  override readonly name: string = "RunEnded";
  readonly limit: SealedLimit;
  constructor(limit: SealedLimit) {
    super(`the limit of ${limit} is met`);
    this.limit = limit;
  }
}
