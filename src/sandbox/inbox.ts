/** Longest stretch of work on messages before the page gets to everything else, in milliseconds. */
const SLICE_MS = 8;
/** Messages that may wait. A worker that is so far ahead of the page is cut off. */
const MAX_WAITING = 2048;

/**
 * Takes messages as they come and reads them in slices. A worker in a loop can send faster than a page can read, and
 * cannot be told to wait; without this the page's own tasks would stand in line behind everything it has sent.
 */
export class Inbox {
  readonly #read: (message: unknown) => void;
  readonly #onOverflow: () => void;
  #waiting: unknown[] = [];
  #next: ReturnType<typeof setTimeout> | null = null;
  /** Milliseconds of the slice that are used up. */
  #spent = 0;
  #closed = false;

  /**
   * @param read called for each message, in order, until `close`.
   * @param onOverflow called once too many messages wait.
   */
  constructor(read: (message: unknown) => void, onOverflow: () => void) {
    this.#read = read;
    this.#onOverflow = onOverflow;
  }

  push(message: unknown): void {
    if (this.#closed) return;
    this.#waiting.push(message);
    if (this.#waiting.length > MAX_WAITING) this.#onOverflow();
    else if (this.#next === null) this.#work();
  }

  /** Reads what waits, at once, for at most so many milliseconds. */
  drain(milliseconds: number): void {
    const end = performance.now() + milliseconds;
    while (this.#waiting.length > 0 && performance.now() < end) this.#read(this.#waiting.shift());
  }

  /** Forgets what waits; nothing is read any more. */
  close(): void {
    this.#waiting = [];
    this.#closed = true;
    if (this.#next !== null) clearTimeout(this.#next);
  }

  #work(): void {
    const begin = performance.now();
    this.drain(SLICE_MS - this.#spent);
    this.#spent += performance.now() - begin;
    if (this.#spent < SLICE_MS || this.#closed) return;
    // Messages that come meanwhile wait too: read as they come, they would leave no gap for anything else.
    this.#next = setTimeout(() => {
      this.#next = null;
      this.#spent = 0;
      this.#work();
    });
  }
}
