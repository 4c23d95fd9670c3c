import type { FaultCode } from "../../src/faults/codes.ts";

/** More than this many bytes, or so large an alignment, the heap never has. */
const MOST_BYTES = 0x40000000;

/** What an act is to come to. */
export interface Expected {
  readonly faults: readonly FaultCode[];
  /** The call ends by FfiFault, before C has been asked. */
  readonly throws?: true;
  /** Whether the call gives a block; absent where that means nothing. */
  readonly gives?: ModelBlock | null;
}

/** Faults whose every further report of the same block would be an echo. */
const ONCE: ReadonlySet<FaultCode> = new Set(["FFI004", "FFI009", "FFI012", "FFI016"]);

/** One block, and whose it is. */
export class ModelBlock {
  readonly bytes: number;
  /** Who has to release it, and how; `owner` is C while it is on the shelf. */
  owner: "typescript" | "c" = "typescript";
  release: "free" | "dispose";
  readonly isAllocation: boolean;
  /** It is the shelf's, and the program has been shown it since. */
  lent = false;
  freedBy: string | null = null;
  /** It went elsewhere: another block has its bytes, or the shelf threw away what it had lent. */
  moved = false;
  freedWrongly = false;
  /** What is in it; null for what is not known before somebody looks. */
  readonly content: (number | null)[];
  /** What was in it when it was new and nobody had written it; null for what never was so. */
  readonly fresh: (number | null)[];
  readonly #said = new Set<FaultCode>();

  constructor(bytes: number, release: "free" | "dispose", zeroed = false) {
    this.bytes = bytes;
    this.release = release;
    this.isAllocation = release === "dispose";
    this.content = new Array<number | null>(bytes).fill(zeroed ? 0 : null);
    this.fresh = new Array<number | null>(bytes).fill(null);
  }

  /** It is C's, and the program must not touch it. */
  get isGone(): boolean {
    return this.owner === "c" && !this.lent;
  }

  get isLive(): boolean {
    return this.freedBy === null;
  }

  /** A new block's bytes, where they are not known yet. */
  learn(bytes: Uint8Array, isFresh: boolean): void {
    for (const [at, byte] of bytes.entries()) {
      if (this.content[at] !== null) continue;
      this.content[at] = byte;
      if (isFresh) this.fresh[at] = byte;
    }
  }

  say(code: FaultCode): FaultCode[] {
    if (ONCE.has(code) && this.#said.has(code)) return [];
    this.#said.add(code);
    return [code];
  }

  forget(code: FaultCode): void {
    this.#said.delete(code);
  }
}

/** The heap as the rules of ownership have it: it knows no address, no trace and no checker. */
export class HeapModel {
  readonly blocks: ModelBlock[] = [];
  readonly #cache = new Map<number, ModelBlock>();

  malloc(bytes: number): Expected {
    return this.#make(bytes, "free");
  }

  alloc(bytes: number): Expected {
    return this.#make(bytes, "dispose");
  }

  calloc(count: number, size: number): Expected {
    return this.#make(count * size, "free", true);
  }

  /** No alignment but a power of two is one. */
  aligned(alignment: number, bytes: number): Expected {
    const isPower = alignment > 0 && Number.isInteger(Math.log2(alignment));
    return isPower && alignment <= MOST_BYTES ? this.#make(bytes, "free") : { faults: [], gives: null };
  }

  #make(bytes: number, release: "free" | "dispose", zeroed = false): Expected {
    if (bytes > MOST_BYTES) return { faults: [], gives: null };
    const block = new ModelBlock(bytes, release, zeroed);
    this.blocks.push(block);
    return { faults: [], gives: block };
  }

  /** TypeScript reads or writes `bytes` bytes; a word is judged by whether anybody has written it. */
  use(block: ModelBlock, at: number, bytes: number, act: "read" | "write"): FaultCode[] {
    if (!block.isLive) return block.say("FFI004");
    if (block.isGone) return block.say("FFI009");
    if (at < 0 || at + bytes > block.bytes) return block.say("FFI005");
    if (act === "write" || bytes < 4 || at % 4 !== 0) return [];
    const isUnwritten = [0, 1, 2, 3].every(
      (i) => block.fresh[at + i] !== null && block.fresh[at + i] === block.content[at + i],
    );
    return isUnwritten ? block.say("FFI016") : [];
  }

  /** C writes the block's first bytes. What the program hands over to C too soon is its own fault, C's another. */
  paint(block: ModelBlock, value: number, bytes: number): FaultCode[] {
    if (!block.isLive) return bytes > 0 ? block.say("FFI004") : [];
    block.content.fill(value, 0, bytes);
    return [...(block.isGone ? block.say("FFI009") : []), ...(bytes > block.bytes ? block.say("FFI005") : [])];
  }

  useView(block: ModelBlock): FaultCode[] {
    if (!block.isLive) return block.say(block.moved ? "FFI012" : "FFI004");
    return block.isGone ? block.say("FFI009") : [];
  }

  free(block: ModelBlock): Expected {
    const wrong = this.#mayNotTake(block);
    if (wrong) return wrong;
    return { faults: this.#freeNow(block, "free") };
  }

  /** Something inside of a block is given to `free`. */
  freeInside(block: ModelBlock): Expected {
    return this.#mayNotTake(block) ?? { faults: block.say("FFI006") };
  }

  /** Why the program may not give this block to somebody who releases it or takes it over; null if it may. */
  #mayNotTake(block: ModelBlock): Expected | null {
    if (!block.isLive) return { faults: block.say("FFI003") };
    if (block.isGone) return { faults: block.say("FFI009"), throws: true };
    return block.owner === "c" ? { faults: block.say("FFI008") } : null;
  }

  #freeNow(block: ModelBlock, by: string): FaultCode[] {
    block.freedBy = by;
    if (block.release === "free") return [];
    block.freedWrongly = true;
    return block.say("FFI007");
  }

  realloc(block: ModelBlock | null, bytes: number): Expected {
    if (block === null) return this.malloc(bytes);
    const wrong = this.#mayNotTake(block);
    // What is lent is copied, and stays where it is.
    const copies = wrong === null || block.lent;
    if (!copies || !block.isLive) return { ...wrong!, gives: null };
    const faults = [...(wrong?.faults ?? [])];
    if (bytes > MOST_BYTES) return { faults, gives: null };
    const moved = new ModelBlock(bytes, "free");
    for (let at = 0; at < Math.min(bytes, block.bytes); at += 1) {
      moved.content[at] = block.content[at]!;
      moved.fresh[at] = block.fresh[at]!;
    }
    this.blocks.push(moved);
    if (wrong === null) {
      block.moved = true;
      faults.push(...this.#freeNow(block, "realloc"));
    }
    return { faults, gives: moved };
  }

  /** The end of an allocation's scope. */
  dispose(block: ModelBlock): FaultCode[] {
    if (!block.isLive) return block.freedWrongly ? [] : block.say("FFI003");
    if (block.owner === "c") return block.say(block.lent ? "FFI008" : "FFI009");
    block.freedBy = "dispose";
    return [];
  }

  putAway(place: number): Expected {
    const block = this.blocks[place]!;
    // C keeps what is gone without looking at it.
    const wrong = block.isLive ? this.#mayNotTake(block) : null;
    if (wrong?.throws) return wrong;
    this.#cache.set(place, block);
    if (wrong === null && block.isLive) block.owner = "c";
    return wrong ?? { faults: [] };
  }

  takeDown(place: number): ModelBlock | null {
    const block = this.#cache.get(place) ?? null;
    this.#cache.delete(place);
    if (block?.isLive) {
      if (block.isGone) block.forget("FFI009");
      block.owner = "typescript";
      block.release = "free";
      block.lent = false;
    }
    return block;
  }

  lookAt(place: number): ModelBlock | null {
    const block = this.#cache.get(place) ?? null;
    if (block?.isLive) {
      if (block.isGone) block.forget("FFI009");
      block.lent = true;
    }
    return block;
  }

  throwAway(place: number): FaultCode[] {
    const block = this.#cache.get(place);
    this.#cache.delete(place);
    if (!block) return [];
    if (!block.isLive) return block.say("FFI003");
    block.freedBy = "throw_away";
    block.moved = block.lent;
    return [];
  }
}
