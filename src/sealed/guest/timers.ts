import { Operation } from "../operations.ts";
import { ask } from "./host.ts";

interface Timer {
  readonly id: number;
  /** Milliseconds of the virtual clock. */
  due: number;
  /** Milliseconds between two turns; null for one that comes once. */
  readonly every: number | null;
  readonly act: (...args: unknown[]) => unknown;
  readonly args: readonly unknown[];
}

const timers = new Map<number, Timer>();
let ids = 0;

function start(act: unknown, delay: unknown, args: readonly unknown[], repeats: boolean): number {
  if (typeof act !== "function") throw new TypeError("a timer takes a function");
  const milliseconds = Math.max(1, Math.min(Number(delay) || 0, 0x7fffffff));
  const id = (ids += 1);
  const now = ask(Operation.Now) as number;
  timers.set(id, {
    id,
    due: now + milliseconds,
    every: repeats ? milliseconds : null,
    act: act as Timer["act"],
    args,
  });
  return id;
}

export const timerFunctions = {
  setTimeout: (act: unknown, delay?: unknown, ...args: unknown[]): number => start(act, delay, args, false),
  setInterval: (act: unknown, delay?: unknown, ...args: unknown[]): number => start(act, delay, args, true),
  clearTimeout: (id: unknown): void => void timers.delete(id as number),
  clearInterval: (id: unknown): void => void timers.delete(id as number),
};

/** When the next timer is due, in milliseconds of the virtual clock; -1 when there is none. */
export function nextTimer(): number {
  const next = earliest();
  return next ? next.due : -1;
}

/** Lets the next timer act. To be called once the clock stands at its time. */
export function runTimer(): void {
  const next = earliest();
  if (!next) return;
  if (next.every === null) timers.delete(next.id);
  else next.due += next.every;
  next.act(...next.args);
}

/** Of those due at the same time the one that was set first. */
function earliest(): Timer | null {
  let first: Timer | null = null;
  for (const timer of timers.values()) if (first === null || timer.due < first.due) first = timer;
  return first;
}
