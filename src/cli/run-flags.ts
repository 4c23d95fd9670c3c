import type { Command } from "commander";
import { DEFAULT_TIME_LIMIT_MS } from "../contract/run.ts";

/** Timers count milliseconds in 31 bits; a day is well below that. */
const LONGEST_SECONDS = 24 * 60 * 60;

/** What every command that runs a program can be told, as it was written. */
export interface RunFlags {
  readonly timeLimit: string;
  readonly failMalloc?: string;
}

export interface RunSettings {
  readonly timeLimitMs: number;
  /** Which allocation fails: 0 every one, null none. */
  readonly failMalloc: number | null;
}

export const addRunFlags = (command: Command): Command =>
  command
    .option("--time-limit <seconds>", "stop the program after this long", String(DEFAULT_TIME_LIMIT_MS / 1000))
    .option("--fail-malloc <n>", "let C's n-th allocation fail; 0: every one");

/** What the flags say, or a sentence about the first one that says nothing. */
export function readRunFlags({ timeLimit, failMalloc }: RunFlags): RunSettings | string {
  const seconds = timeLimit.trim() === "" ? NaN : Number(timeLimit);
  if (!(seconds > 0 && seconds <= LONGEST_SECONDS)) {
    return `--time-limit takes a number of seconds above 0 and up to a day, got "${timeLimit}"`;
  }
  if (failMalloc !== undefined && !/^\d{1,9}$/.test(failMalloc)) {
    return `--fail-malloc takes a whole number: 0 for every allocation, n for the n-th; got "${failMalloc}"`;
  }
  return { timeLimitMs: seconds * 1000, failMalloc: failMalloc === undefined ? null : Number(failMalloc) };
}
