import { EventKind } from "../../trace/format.ts";
import type { Block } from "../memory/block.ts";
import { globals, type CGlobal } from "../memory/c-globals.ts";
import type { AddressSpace } from "../memory/address-space.ts";

/** Bytes of a pointer in C's memory. */
const WORD = 4;

/**
 * The pointers that a library has kept after a call, as its header says it does, and where they stand in its memory.
 * The header says which function keeps one; until when, only C's memory says.
 */
export class KeptPointers {
  readonly #space: AddressSpace;
  /** Addresses of the words that point into each block. */
  readonly #words = new Map<Block, readonly number[]>();
  #globals: readonly CGlobal[] | null = null;

  constructor(space: AddressSpace) {
    this.#space = space;
  }

  /** Whether there is any. */
  get some(): boolean {
    return this.#words.size > 0;
  }

  /** A call of `by` that keeps a pointer into the block is over. One that did not keep it this time leaves no trace. */
  keep(block: Block, by: string, span: number): void {
    const words = this.#find(block);
    if (words.length === 0) return;
    this.#words.set(block, words);
    const { trace } = this.#space.runtime;
    trace.event(EventKind.Keep, span, 0, this.#space.id, block.id, trace.string(by));
  }

  /** After a call: which of them C has forgotten meanwhile. Where nothing has changed, it looks at a word for each. */
  review(span: number): void {
    for (const [block, words] of this.#words) {
      if (!isGone(this.#space, block) && words.some((word) => this.#pointsInto(block, word))) continue;
      // It may have gone elsewhere.
      const found = isGone(this.#space, block) ? [] : this.#find(block);
      if (found.length > 0) {
        this.#words.set(block, found);
        continue;
      }
      this.forget(block, span);
    }
  }

  /** C does not use it any more, wherever it still stands. */
  forget(block: Block, span: number): void {
    if (!this.#words.delete(block)) return;
    this.#space.runtime.trace.event(EventKind.Keep, span, 0, this.#space.id, block.id, 0);
  }

  #pointsInto({ address, bytes }: Block, word: number): boolean {
    const value = this.#space.view.getUint32(word, true);
    return value >= address && value < address + Math.max(1, bytes);
  }

  /** Words in the library's globals; where none of them does, in the heap's live blocks, other than the block itself. */
  #find(block: Block): number[] {
    const space = this.#space;
    this.#globals ??= [...globals(space)];
    const inGlobals = this.#globals.flatMap((one) => this.#search(block, one));
    if (inGlobals.length > 0) return inGlobals;
    return [...space.blocks.live].flatMap((one) => (one === block ? [] : this.#search(block, one)));
  }

  #search(block: Block, { address, bytes }: Pick<Block, "address" | "bytes">): number[] {
    const words: number[] = [];
    const end = Math.min(address + bytes, this.#space.view.byteLength);
    for (let at = Math.ceil(address / WORD) * WORD; at + WORD <= end; at += WORD) {
      if (this.#pointsInto(block, at)) words.push(at);
    }
    return words;
  }
}

/** Whether another block stands where this one was. */
const isGone = (space: AddressSpace, block: Block): boolean => block.freed && space.blocks.at(block.address) !== block;
