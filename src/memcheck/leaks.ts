import { GRANULE } from "../contract/checker-abi.ts";
import { blockAround } from "../ffi/memory/block-around.ts";
import type { Binary } from "./binary.ts";
import type { BlockMap, KnownBlock } from "./block-map.ts";

export interface Leaks {
  /** Nothing that is still there points at them any more, so nothing can ever release them. */
  readonly lost: readonly KnownBlock[];
  /** Those of them that were lost by themselves; the others were lost with a block that pointed at them. */
  readonly first: readonly KnownBlock[];
  /** Something that is still there points at them, directly or not. */
  readonly reachable: readonly KnownBlock[];
}

/**
 * Tells lost blocks from those that can still be reached, at the end of a program. Every aligned word of its globals, of
 * the stack that is in use and of a reachable block counts as a pointer if it could be one, also into a block's middle:
 * a block that looks reachable by chance is passed over, and none that is reachable is accused.
 */
export function findLeaks(binary: Binary, blocks: BlockMap): Leaks {
  const live = blocks.live().sort((one, other) => one.address - other.address);
  const own = live.filter((block) => block.id !== 0 && !block.wronglyReleased);
  const reached = new Set<KnownBlock>();
  const pointedAt = (from: number, to: number): KnownBlock[] => {
    const found: KnownBlock[] = [];
    for (let at = (from + 3) & ~3; at + 4 <= to; at += 4) {
      const value = binary.word(at);
      const block = value === 0 ? undefined : blockAround(live, value);
      if (block) found.push(block);
    }
    return found;
  };
  const inside = (block: KnownBlock) => pointedAt(block.address, block.address + block.bytes);
  const reach = (roots: readonly KnownBlock[]): void => {
    const waiting = [...roots];
    for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
      if (reached.has(block)) continue;
      reached.add(block);
      for (const each of inside(block)) waiting.push(each);
    }
  };

  reach(pointedAt(binary.address("__global_base"), binary.address("__data_end")));
  reach(pointedAt(binary.address("__stack_pointer"), binary.address("__heap_base")));
  for (const [from, to] of framesInHeap(binary, live)) reach(pointedAt(from, to));
  // What the C library keeps for itself, and what is still there only because a wrong release of it was refused.
  reach(live.filter((block) => block.id === 0 || block.wronglyReleased));
  const reachable = own.filter((block) => reached.has(block));
  const lost = own.filter((block) => !reached.has(block)).sort((one, other) => one.id - other.id);

  const heldByOthers = new Set(lost.flatMap((block) => inside(block).filter((other) => other !== block)));
  const first = lost.filter((block) => !heldByOthers.has(block));
  reach(first);
  // A ring of blocks has no first one: the oldest stands for it.
  for (const block of lost) {
    if (reached.has(block)) continue;
    first.push(block);
    reach([block]);
  }
  return { lost, first, reachable };
}

/** The first granule that begins at an address or behind it. */
const granuleFrom = (address: number): number => Math.ceil(address / GRANULE) * GRANULE;

/**
 * The checker keeps frames away from the stack, in memory of the heap that is no block: whatever of it may be accessed
 * is a variable of a function that has not returned.
 */
function* framesInHeap(binary: Binary, live: readonly KnownBlock[]): Generator<[from: number, to: number]> {
  let next = 0;
  const end = binary.bytes.length;
  for (let at = granuleFrom(binary.address("__heap_base")); at < end; at += GRANULE) {
    while (next < live.length && live[next]!.address + live[next]!.bytes <= at) next += 1;
    const block = live[next];
    if (block !== undefined && block.address <= at) at = granuleFrom(block.address + block.bytes) - GRANULE;
    else if (binary.shadow(at) < GRANULE) yield [at, at + GRANULE];
  }
}
