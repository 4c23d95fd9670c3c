import type { Fault } from "./snapshot.ts";
import { lastAtMost } from "../trace/reader.ts";

/** The faults of a run. Each is worded once, when somebody first asks for it. */
export class FaultHistory {
  readonly #word: (event: number) => Fault;
  readonly #events: number[] = [];
  readonly #worded: Fault[] = [];
  /** What was asked for last: from one fault to the next it is the same list. */
  #last: readonly Fault[] = [];
  /** First fault's event by crossing. */
  readonly #byCrossing = new Map<number, number>();

  /** @param word says what the fault of an event is. */
  constructor(word: (event: number) => Fault) {
    this.#word = word;
  }

  /** @param crossing the one in which it was found; -1 for none. */
  take(event: number, crossing: number): void {
    this.#events.push(event);
    if (crossing >= 0 && !this.#byCrossing.has(crossing)) this.#byCrossing.set(crossing, event);
  }

  /** Those found by a step, in order; the same list as before where they are the same. */
  at(step: number): readonly Fault[] {
    const count = lastAtMost(this.#events, step - 1, (event) => event) + 1;
    if (this.#last.length !== count)
      this.#last = this.#events.slice(0, count).map((event, i) => (this.#worded[i] ??= this.#word(event)));
    return this.#last;
  }

  /** Indices of the faults' events, in order. */
  get events(): readonly number[] {
    return this.#events;
  }

  /** Indices of the crossings in which a fault was found, in order. */
  crossings(): number[] {
    return [...this.#byCrossing.keys()].sort((a, b) => a - b);
  }

  /** Whether a fault was found in a crossing by a step. */
  isIn(crossing: number, step: number): boolean {
    return (this.#byCrossing.get(crossing) ?? Number.POSITIVE_INFINITY) < step;
  }
}
