import type { Ledger } from "./ledger.ts";

/** What a stretch of memory holds: the most alive of what lies in it. */
export type Stretch = "nothing" | "freed" | "c" | "typescript";

export interface MemoryMap {
  /** The first address of the first block, and the end of the last one. */
  readonly from: number;
  readonly to: number;
  /** Evenly long pieces of the memory between the two, in address order. */
  readonly stretches: readonly Stretch[];
}

const ORDER: readonly Stretch[] = ["nothing", "freed", "c", "typescript"];

/** The whole heap of one library at a step, to scale, however many blocks it has; null when it has none. */
export function memoryMap(ledger: Ledger, library: string, step: number, columns: number): MemoryMap | null {
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  ledger.blocks.eachOfHeap(library, step, (address, bytes) => {
    from = Math.min(from, address);
    to = Math.max(to, address + Math.max(1, bytes));
  });
  if (to === 0) return null;
  const held = new Uint8Array(columns);
  const column = (address: number): number => Math.floor(((address - from) * columns) / (to - from));
  ledger.blocks.eachOfHeap(library, step, (address, bytes, owner) => {
    const rank = ORDER.indexOf(owner);
    const last = Math.min(columns - 1, column(address + Math.max(1, bytes) - 1));
    for (let at = column(address); at <= last; at += 1) if (held[at]! < rank) held[at] = rank;
  });
  return { from, to, stretches: Array.from(held, (rank) => ORDER[rank]!) };
}
