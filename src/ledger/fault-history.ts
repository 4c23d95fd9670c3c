import type { FaultDetail } from "../faults/detail.ts";
import { lastAtMost } from "../trace/reader.ts";
import type { Fault } from "./snapshot.ts";

/** The faults of a run. Each is put into words once, when it is first asked for. */
export class FaultHistory {
  readonly #events: number[] = [];
  /** In the same order. */
  readonly #details: FaultDetail[] = [];
  /** Those of the first faults, as many as have been asked for. */
  readonly #worded: Fault[] = [];
  /** What was asked for last: from one fault to the next it is the same list. */
  #last: readonly Fault[] = [];
  /** First fault's event by crossing. */
  readonly #byCrossing = new Map<number, number>();

  /** @param crossing the one in which it was found; -1 for none. */
  take(event: number, detail: FaultDetail, crossing: number): void {
    this.#events.push(event);
    this.#details.push(detail);
    if (crossing >= 0 && !this.#byCrossing.has(crossing)) this.#byCrossing.set(crossing, event);
  }

  /**
   * Those found by a step, in order; the same list as before where they are the same.
   *
   * @param word puts the fault of an event into words; for the same fault it must always give the same.
   */
  at(step: number, word: (event: number, detail: FaultDetail) => Fault): readonly Fault[] {
    const count = this.#indexAt(step - 1) + 1;
    for (let i = this.#worded.length; i < count; i += 1) this.#worded.push(word(this.#events[i]!, this.#details[i]!));
    if (this.#last.length !== count) this.#last = this.#worded.slice(0, count);
    return this.#last;
  }

  /** The detail of the fault of an event; null when that is no fault. */
  detail(event: number): FaultDetail | null {
    const index = this.#indexAt(event);
    return this.#events[index] === event ? this.#details[index]! : null;
  }

  /** Indices of the faults' events, in order. */
  get events(): readonly number[] {
    return this.#events;
  }

  /** Place of the last fault whose event is at most this one; -1 when there is none. */
  #indexAt(event: number): number {
    return lastAtMost(this.#events, event, (each) => each);
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
