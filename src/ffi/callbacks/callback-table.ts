import type { Block } from "../memory/block.ts";

/** What is known of a callback by its place in C's table of functions. @internal */
export interface CallbackRecord {
  readonly id: number;
  /** Its place in C's table of functions: the value of the function pointer. */
  readonly index: number;
  readonly span: number;
  closed: boolean;
  closedAt: number;
  /** C has called it after that. */
  calledLate: boolean;
}

/** The callbacks that one library was given, by their places in C's table of functions. */
export class CallbackTable {
  readonly #records = new Map<number, CallbackRecord>();
  /** Blocks with tables of callbacks, from which C reads what it is to call. */
  readonly tables = new WeakSet<Block>();
  /** Those of them that C has read after their release, which is reported. */
  readonly tablesReadLate = new WeakSet<Block>();

  add(index: number, span: number): CallbackRecord {
    const record = { id: this.#records.size + 1, index, span, closed: false, closedAt: 0, calledLate: false };
    this.#records.set(index, record);
    return record;
  }

  at(index: number): CallbackRecord | undefined {
    return this.#records.get(index);
  }
}
