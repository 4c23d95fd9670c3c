import type { Block, Ledger, Moment } from "../../ledger/index.ts";

/**
 * - `owns`: has to release it.
 * - `borrows`: may use it; somebody else releases it.
 * - `gave`: has handed it over, and still has the pointer.
 * - `dangling`: the memory is gone, the pointer is not.
 */
export type RelationKind = "owns" | "borrows" | "gave" | "dangling";

/** One arrow: who holds a pointer into which block. */
export interface Relation {
  /** The same for the same holder at every step. */
  readonly key: string;
  readonly side: "typescript" | "c";
  /** The variable, or the C function that remembers it. */
  readonly holder: string;
  readonly block: Block;
  readonly kind: RelationKind;
  /** Bytes into the block. */
  readonly offset: number;
  /** The block's owner has changed since it came to be. */
  readonly handedOver: boolean;
}

/** Blocks that a picture can hold: more could not be told apart. */
export const MOST_BLOCKS = 40;

/**
 * The blocks that the picture shows at a moment: all of the run's where they are few, so that each keeps its place;
 * else the last ones that are there.
 */
export function shownBlocks(
  ledger: Ledger,
  moment: Moment,
): { readonly ids: readonly number[]; readonly left: number } {
  const all = ledger.blockIds(ledger.length, MOST_BLOCKS + 1);
  if (all.length <= MOST_BLOCKS) return { ids: [...all].sort((a, b) => a - b), left: 0 };
  const now = ledger.blockIds(moment.step).sort((a, b) => a - b);
  return { ids: now.slice(-MOST_BLOCKS), left: Math.max(0, now.length - MOST_BLOCKS) };
}

/** Every arrow to these blocks at a step. */
export function relationsAt(ledger: Ledger, step: number, ids: readonly number[]): Relation[] {
  return ids.flatMap((id) => {
    const block = ledger.block(id, step);
    return block ? [...fromTypeScript(block), ...fromC(ledger, block)] : [];
  });
}

function fromTypeScript(block: Block): Relation[] {
  const handedOver = block.state === "handed-over";
  // A first pointer owns; others look at the same memory.
  return block.pointers.map(({ id, offset, label }, index) => {
    const owns = block.owner === "typescript" && index === 0;
    const gave = block.owner === "c" && handedOver;
    const kind = block.freed ? "dangling" : owns ? "owns" : gave ? "gave" : "borrows";
    const holder = label ?? "a pointer";
    return { key: `t${id}`, side: "typescript", holder, block, kind, offset, handedOver };
  });
}

/** C remembers pointers after a call; those to memory that was released since are the dangerous ones. */
function fromC(ledger: Ledger, block: Block): Relation[] {
  const keptBy = block.freed ? (ledger.block(block.id, block.freed.event)?.keptBy ?? null) : block.keptBy;
  if (keptBy === null) return [];
  const kind = block.freed ? "dangling" : "borrows";
  return [{ key: `c${block.id}`, side: "c", holder: keptBy, block, kind, offset: 0, handedOver: false }];
}

const WORDS: Readonly<Record<RelationKind, string>> = {
  owns: "owns",
  borrows: "borrows",
  gave: "has handed over",
  dangling: "still points to",
};

/** What an arrow means, in a word or two. */
export function relationWords({ kind, handedOver, side }: Relation): string {
  if (kind === "owns" && handedOver) return "owns, handed over by C";
  if (side === "c" && kind === "borrows") return "remembers";
  return WORDS[kind];
}
