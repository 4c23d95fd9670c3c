import { Column } from "../trace/column.ts";
import type { Totals } from "./snapshot.ts";

/** A number over the run: what it was after each event that changed it. */
class Course {
  readonly #events = new Column();
  readonly #values: number[] = [];
  now = 0;

  set(event: number, value: number): void {
    if (value === this.now) return;
    this.now = value;
    this.#events.push(event);
    this.#values.push(value);
  }

  at(step: number): number {
    return this.#values[this.#events.lastAtMost(step - 1)] ?? 0;
  }
}

/** The totals after each event that changed them, each number by itself: most events change one, and most of them the calls. */
export class RunningTotals {
  readonly #calls = new Column();
  readonly #liveBlocks = new Course();
  readonly #liveBytes = new Course();
  readonly #peakBytes = new Course();
  readonly #leakedBlocks = new Course();
  readonly #leakedBytes = new Course();
  readonly #bytesCopied = new Course();

  /** One more call, as of this event. */
  call(event: number): void {
    this.#calls.push(event);
  }

  copy(event: number, bytes: number): void {
    this.#bytesCopied.set(event, this.#bytesCopied.now + bytes);
  }

  /** A block is allocated (1), or is not any more (-1). */
  block(event: number, sign: 1 | -1, bytes: number): void {
    this.#liveBlocks.set(event, this.#liveBlocks.now + sign);
    this.#liveBytes.set(event, this.#liveBytes.now + sign * bytes);
    this.#peakBytes.set(event, Math.max(this.#peakBytes.now, this.#liveBytes.now));
  }

  leak(event: number, bytes: number): void {
    this.#leakedBlocks.set(event, this.#leakedBlocks.now + 1);
    this.#leakedBytes.set(event, this.#leakedBytes.now + bytes);
  }

  /** The totals when `step` events have happened. */
  at(step: number): Totals {
    return {
      liveBlocks: this.#liveBlocks.at(step),
      liveBytes: this.#liveBytes.at(step),
      peakBytes: this.#peakBytes.at(step),
      leakedBlocks: this.#leakedBlocks.at(step),
      leakedBytes: this.#leakedBytes.at(step),
      calls: this.#calls.lastAtMost(step - 1) + 1,
      bytesCopied: this.#bytesCopied.at(step),
    };
  }
}
