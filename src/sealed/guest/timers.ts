import { Operation } from "../operations.ts";
import { ask } from "./host.ts";

interface Timer {
  readonly id: number;
  /** Milliseconds of the virtual clock. */
  readonly due: number;
  /** Milliseconds between two turns; null for one that comes once. */
  readonly every: number | null;
  readonly act: (...args: unknown[]) => unknown;
  readonly args: readonly unknown[];
}

/** Those that are to come, by id. One that was cleared is gone from here, and passed over when its turn is there. */
const timers = new Map<number, Timer>();
/** A binary heap: the next one first. */
const queue: Timer[] = [];
let ids = 0;

/** Of those due at the same time the one that was set first comes first. */
const isBefore = (one: Timer, other: Timer): boolean =>
  one.due < other.due || (one.due === other.due && one.id < other.id);

function add(timer: Timer): void {
  timers.set(timer.id, timer);
  let at = queue.push(timer) - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (!isBefore(timer, queue[above]!)) break;
    queue[at] = queue[above]!;
    at = above;
  }
  queue[at] = timer;
}

function removeFirst(): void {
  const last = queue.pop()!;
  if (queue.length === 0) return;
  let at = 0;
  for (let below = 1; below < queue.length; below = 2 * at + 1) {
    if (below + 1 < queue.length && isBefore(queue[below + 1]!, queue[below]!)) below += 1;
    if (!isBefore(queue[below]!, last)) break;
    queue[at] = queue[below]!;
    at = below;
  }
  queue[at] = last;
}

function start(act: unknown, delay: unknown, args: readonly unknown[], repeats: boolean): number {
  if (typeof act !== "function") throw new TypeError("a timer takes a function");
  const milliseconds = Math.max(1, Math.min(Number(delay) || 0, 0x7fffffff));
  const id = (ids += 1);
  const now = ask(Operation.Now) as number;
  const every = repeats ? milliseconds : null;
  add({ id, due: now + milliseconds, every, act: act as Timer["act"], args });
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
  return first()?.due ?? -1;
}

/** Lets the next timer act. To be called once the clock stands at its time. */
export function runTimer(): void {
  const next = first();
  if (!next) return;
  removeFirst();
  timers.delete(next.id);
  // It may clear itself while it acts.
  if (next.every !== null) add({ ...next, due: next.due + next.every });
  next.act(...next.args);
}

function first(): Timer | undefined {
  while (queue[0] && timers.get(queue[0].id) !== queue[0]) removeFirst();
  return queue[0];
}
