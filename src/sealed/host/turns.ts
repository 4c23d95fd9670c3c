import type { Runtime } from "../../ffi/runtime.ts";
import { EventKind } from "../../trace/format.ts";
import { Random } from "../random.ts";

/**
 * Decides which of the program's tasks goes on at an `await`, where more than one could. One order is made of its number, and is the
 * same in every engine.
 */
export class Turns {
  readonly #random: Random;
  readonly #runtime: Pick<Runtime, "trace">;
  /** Numbers for tasks, from 1, as they first wait. */
  readonly #tasks = new Map<number, number>();

  constructor(order: number, runtime: Pick<Runtime, "trace">) {
    this.#random = new Random(order);
    this.#runtime = runtime;
  }

  /**
   * Which of those that wait goes on; null when none waits.
   *
   * @param waiting the task and the place of each
   * @param known whether a place is one of the program's
   */
  choose(waiting: readonly (readonly [task: number, span: number])[], known: (span: number) => number): number | null {
    for (const [task] of waiting) if (!this.#tasks.has(task)) this.#tasks.set(task, this.#tasks.size + 1);
    if (waiting.length < 2) return waiting.length - 1 < 0 ? null : 0;
    const index = this.#random.integer(0, waiting.length - 1);
    const [task, span] = waiting[index]!;
    this.#runtime.trace.event(EventKind.Turn, known(span), 0, this.#tasks.get(task)!, waiting.length);
    return index;
  }
}
