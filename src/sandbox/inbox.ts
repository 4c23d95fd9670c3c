import { MAX_BATCH_STRINGS } from "../trace/limits.ts";

/** Longest stretch of work on messages before the page gets to everything else, in milliseconds. */
const SLICE_MS = 8;
/** Messages that may wait, and their bytes. A worker that is so far ahead of the page is cut off. */
const MAX_WAITING = 2048;
const MAX_WAITING_BYTES = 256 * 1024 * 1024;

/**
 * Takes messages as they come and reads them in slices. A worker in a loop can send faster than a page can read, and
 * cannot be told to wait; without this the page's own tasks would stand in line behind everything it has sent.
 */
export class Inbox {
  readonly #read: (message: unknown) => void;
  readonly #onOverflow: () => void;
  #waiting: { readonly message: unknown; readonly bytes: number }[] = [];
  #waitingBytes = 0;
  #next: ReturnType<typeof setTimeout> | null = null;
  /** Milliseconds of the slice that are used up. */
  #spent = 0;
  #closed = false;

  /**
   * @param read called for each message, in order, until `close`.
   * @param onOverflow called once too much waits.
   */
  constructor(read: (message: unknown) => void, onOverflow: () => void) {
    this.#read = read;
    this.#onOverflow = onOverflow;
  }

  push(message: unknown): void {
    if (this.#closed) return;
    const bytes = weightOf(message);
    this.#waiting.push({ message, bytes });
    this.#waitingBytes += bytes;
    if (this.#waiting.length > MAX_WAITING || this.#waitingBytes > MAX_WAITING_BYTES) this.#onOverflow();
    else if (this.#next === null) this.#work();
  }

  /** Reads what waits, at once, for at most so many milliseconds. */
  drain(milliseconds: number): void {
    const end = performance.now() + milliseconds;
    while (this.#waiting.length > 0 && performance.now() < end) this.#readNext();
  }

  #readNext(): void {
    const next = this.#waiting.shift();
    if (next === undefined) return;
    this.#waitingBytes -= next.bytes;
    this.#read(next.message);
  }

  /** Forgets what waits; nothing is read any more. */
  close(): void {
    this.#waiting = [];
    this.#waitingBytes = 0;
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

/** Bytes that a message keeps, about: those of the columns and texts of a batch. Whatever else it is, the first reading ends it. */
function weightOf(message: unknown): number {
  const { batch } = (message ?? {}) as { readonly batch?: unknown };
  if (typeof batch !== "object" || batch === null) return 0;
  let bytes = 0;
  for (const part of Object.values(batch)) {
    if (ArrayBuffer.isView(part)) bytes += part.buffer.byteLength;
    // A clone keeps the length of an array with nothing in it.
    else if (Array.isArray(part) && part.length <= MAX_BATCH_STRINGS)
      for (const text of part as readonly unknown[]) bytes += typeof text === "string" ? 2 * text.length : 0;
  }
  return bytes;
}
