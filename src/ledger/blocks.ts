import type { EventOf } from "../trace/event.ts";
import type { EventKind } from "../trace/format.ts";
import { BlockHistory } from "./block-history.ts";
import type { Block, Holder } from "./snapshot.ts";
import type { CodeLocations } from "./code-locations.ts";
import type { RunningTotals } from "./running-totals.ts";
import type { HeldBlocks, StillHeld } from "./still-held.ts";
import { lastAtMost } from "../trace/reader.ts";

type Event<K extends keyof typeof EventKind> = EventOf<(typeof EventKind)[K]>;

/** What can be asked about the blocks of a run. */
export type BlocksAsked = Pick<Blocks, "ids" | "nearest" | "count" | "eachOfHeap" | "isMissed">;

/** Every block of a run, with its history. */
export class Blocks {
  readonly #locations: CodeLocations;
  readonly #totals: RunningTotals;
  readonly #byId = new Map<number, BlockHistory>();
  /** Every block by its place; those that came since the last look wait in `#fresh`. */
  #ordered: BlockHistory[] = [];
  #fresh: BlockHistory[] = [];
  /** Ids of the released blocks, in order of their release. */
  readonly #released: number[] = [];
  /** Blocks that were used, or were to be used, after their release, with the event of the first such fault. */
  readonly #missed = new Map<number, number>();

  constructor(locations: CodeLocations, totals: RunningTotals) {
    this.#locations = locations;
    this.#totals = totals;
  }

  alloc({ index, span, cLocation, block: id, address, bytes }: Event<"Alloc">, library: string): void {
    if (this.#byId.has(id)) return;
    const block = new BlockHistory(id, library, address, bytes, { event: index, span, cLocation });
    this.#byId.set(id, block);
    this.#fresh.push(block);
  }

  own({ index, span, block: id, owner }: Event<"Own">, text: string): void {
    const block = this.#byId.get(id);
    if (!block) return;
    const isFirst = block.born > index;
    block.own(index, span, owner, text);
    if (isFirst && block.isLive) this.#totals.block(index, 1, block.bytes);
  }

  point({ index, span, block: id, pointer, offset }: Event<"Point">): void {
    this.#byId.get(id)?.point(index, span, pointer, offset | 0);
  }

  /** @param by what C remembers it by; null when C has forgotten it. */
  keep({ index, block: id }: Event<"Keep">, by: string | null): void {
    this.#byId.get(id)?.keep(index, by);
  }

  free({ index, span, cLocation, block: id }: Event<"Free">, by: string): void {
    const block = this.#byId.get(id);
    if (!block?.isLive) return;
    block.free(index, span, cLocation, by);
    this.#released.push(id);
    this.#totals.block(index, -1, block.bytes);
  }

  hold({ index, block: id }: Event<"Held">, holder: Holder): void {
    this.#byId.get(id)?.hold(index, holder);
  }

  /** A fault was found with this block. */
  fault(event: number, id: number): void {
    if (this.#byId.get(id)?.isLive === false && !this.#missed.has(id)) this.#missed.set(id, event);
  }

  /** The program has come to its end: what it had to release, and has not, is leaked. */
  end(event: number): void {
    for (const block of this.#byId.values()) {
      if (!block.isTheProgramsToRelease) continue;
      block.leak(event);
      this.#totals.leak(event, block.bytes);
    }
  }

  /** What is allocated as far as the trace goes. */
  stillHeld(): StillHeld {
    const live = [...this.#byId.values()].filter((block) => block.isLive && block.born !== Number.POSITIVE_INFINITY);
    return {
      typescript: this.#counted(live.filter((block) => block.isTheProgramsToRelease)),
      c: this.#counted(live.filter((block) => !block.isTheProgramsToRelease)),
    };
  }

  #counted(blocks: readonly BlockHistory[]): HeldBlocks {
    const [first] = blocks;
    return {
      blocks: blocks.length,
      bytes: blocks.reduce((sum, { bytes }) => sum + bytes, 0),
      only: first && blocks.length === 1 ? first.at(Number.POSITIVE_INFINITY, this.#locations) : null,
    };
  }

  /**
   * One block as it is at a step; null when the trace knows no such block by then. Asked for again, a block to which
   * nothing has happened since is the same object: a row of it need not be drawn anew.
   */
  at(id: number, step: number): Block | null {
    const block = this.#byId.get(id);
    return block && block.born < step ? block.shared(step, this.#locations) : null;
  }

  /** All blocks there are at a step, by their place. */
  allAt(step: number): Block[] {
    return this.ids(step).map((id) => this.#byId.get(id)!.at(step, this.#locations));
  }

  /** Ids of the blocks there are at a step, by their place; no more than `most`. */
  ids(step: number, most = Number.POSITIVE_INFINITY): number[] {
    const ids: number[] = [];
    for (const block of this.#inOrder()) {
      if (ids.length >= most) break;
      if (block.born < step) ids.push(block.id);
    }
    return ids;
  }

  /**
   * Ids of the blocks that matter most at a step, no more than `most`: those that are allocated, the newest first, then
   * those released last. In no order that means anything else.
   */
  nearest(step: number, most: number): number[] {
    const ids: number[] = [];
    const all = [...this.#byId.values()];
    for (let i = all.length - 1; i >= 0 && ids.length < most; i -= 1) {
      const block = all[i]!;
      if (block.born < step && block.freedAt >= step) ids.push(block.id);
    }
    const freedAt = (id: number): number => this.#byId.get(id)!.freedAt;
    for (let i = lastAtMost(this.#released, step - 1, freedAt); i >= 0 && ids.length < most; i -= 1) {
      const id = this.#released[i]!;
      if (this.#byId.get(id)!.born < step) ids.push(id);
    }
    return ids;
  }

  /** How many blocks there are at a step, tombstones too. */
  count(step: number): number {
    let count = 0;
    for (const { born } of this.#byId.values()) if (born < step) count += 1;
    return count;
  }

  /** Calls `look` with each block of a library's heap that there is at a step, in address order. */
  eachOfHeap(
    library: string,
    step: number,
    look: (address: number, bytes: number, owner: "typescript" | "c" | "freed") => void,
  ): void {
    for (const block of this.#inOrder()) {
      if (block.library !== library || block.born >= step || block.isStatic) continue;
      const owner = block.freedAt < step ? "freed" : block.ownerAt(step) === "c" ? "c" : "typescript";
      look(block.address, block.bytes, owner);
    }
  }

  /** Whether, in the run's first `length` events, a fault was found with it after its release: a pointer to it was still used. */
  isMissed(id: number, length: number): boolean {
    return (this.#missed.get(id) ?? Number.POSITIVE_INFINITY) < length;
  }

  #inOrder(): readonly BlockHistory[] {
    if (this.#fresh.length > 0) {
      this.#ordered = merged(this.#ordered, this.#fresh.sort(byPlace));
      this.#fresh = [];
    }
    return this.#ordered;
  }
}

const byPlace = (a: BlockHistory, b: BlockHistory): number =>
  (a.library === b.library ? 0 : a.library < b.library ? -1 : 1) || a.address - b.address || a.id - b.id;

/** Two rows of blocks in order, as one: the long one is not sorted again for a few that came. */
function merged(these: readonly BlockHistory[], those: readonly BlockHistory[]): BlockHistory[] {
  const all: BlockHistory[] = [];
  let i = 0;
  for (const block of those) {
    while (i < these.length && byPlace(these[i]!, block) < 0) all.push(these[i++]!);
    all.push(block);
  }
  while (i < these.length) all.push(these[i++]!);
  return all;
}
