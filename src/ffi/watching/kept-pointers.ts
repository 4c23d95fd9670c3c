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
  readonly #places = new Map<Block, readonly number[]>();
  #globals: readonly CGlobal[] | null = null;

  constructor(space: AddressSpace) {
    this.#space = space;
  }

  /** Whether there is any. */
  get some(): boolean {
    return this.#places.size > 0;
  }

  /** A call of `by` that keeps a pointer into the block is over. One that did not keep it this time leaves no trace. */
  keep(block: Block, by: string, span: number): void {
    const places = this.#find(block);
    if (places.length === 0) return;
    this.#places.set(block, places);
    const { trace } = this.#space.runtime;
    trace.event(EventKind.Keep, span, 0, this.#space.id, block.id, trace.string(by));
  }

  /** After a call: which of them C has forgotten meanwhile. Where nothing has changed, it looks at a word for each. */
  review(span: number): void {
    for (const [block, places] of this.#places) {
      if (!isGone(this.#space, block) && places.some((place) => this.#pointsInto(block, place))) continue;
      // It may have gone elsewhere.
      const found = isGone(this.#space, block) ? [] : this.#find(block);
      if (found.length > 0) {
        this.#places.set(block, found);
        continue;
      }
      this.forget(block, span);
    }
  }

  /** C does not use it any more, wherever it still stands. */
  forget(block: Block, span: number): void {
    if (!this.#places.delete(block)) return;
    this.#space.runtime.trace.event(EventKind.Keep, span, 0, this.#space.id, block.id, 0);
  }

  #pointsInto({ address, bytes }: Block, place: number): boolean {
    const value = this.#space.view.getUint32(place, true);
    return value >= address && value < address + Math.max(1, bytes);
  }

  /** Words in the library's globals; where none of them does, in the heap's live blocks, other than the block itself. */
  #find(block: Block): number[] {
    const space = this.#space;
    this.#globals ??= [...globals(space)];
    const inGlobals = this.#globals.flatMap((one) => this.#search(block, one));
    if (inGlobals.length > 0) return inGlobals;
    return [...space.liveBlocks()].flatMap((one) => (one === block ? [] : this.#search(block, one)));
  }

  #search(block: Block, { address, bytes }: Pick<Block, "address" | "bytes">): number[] {
    const places: number[] = [];
    const end = Math.min(address + bytes, this.#space.view.byteLength);
    for (let at = Math.ceil(address / WORD) * WORD; at + WORD <= end; at += WORD) {
      if (this.#pointsInto(block, at)) places.push(at);
    }
    return places;
  }
}

/** Whether another block stands where this one was. */
const isGone = (space: AddressSpace, block: Block): boolean => block.freed && space.blockAt(block.address) !== block;
