import type { Block, Callback, Ledger } from "../../ledger/index.ts";

/**
 * - `owns`: has to release it.
 * - `borrows`: may use it; somebody else releases it.
 * - `gave`: has handed it over, and still has the pointer.
 * - `dangling`: the memory is gone, the pointer is not.
 * - `ended`: both are gone. The end of the scope that owned the memory released it, and no pointer into it was used since.
 */
export type RelationKind = "owns" | "borrows" | "gave" | "dangling" | "ended";

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
/** Blocks that it shows of a run with more: then none keeps its place from step to step, and fewer are found again sooner. */
const FEW_BLOCKS = 24;

/**
 * The blocks that the picture shows at a step of a run of `length` events: all of the run's where they are few, so that
 * each keeps its place; else those that are allocated, and then those that were released last.
 */
export function shownBlocks(
  ledger: Ledger,
  length: number,
  step: number,
): { readonly ids: readonly number[]; readonly left: number } {
  const byId = (ids: readonly number[]): number[] => [...ids].sort((a, b) => a - b);
  const all = ledger.blocks.nearest(length, MOST_BLOCKS + 1);
  if (all.length <= MOST_BLOCKS) return { ids: byId(all), left: 0 };
  const ids = byId(ledger.blocks.nearest(step, FEW_BLOCKS));
  return { ids, left: ledger.blocks.count(step) - ids.length };
}

/** Every arrow to these blocks at a step of a run of `length` events. */
export function relationsAt(ledger: Ledger, length: number, step: number, ids: readonly number[]): Relation[] {
  return ids.flatMap((id) => {
    const block = ledger.block(id, step);
    return block ? [...fromTypeScript(block, ledger.blocks.isMissed(id, length)), ...fromC(block)] : [];
  });
}

/** @param missed something goes wrong with the block after its release: a pointer to it outlives its scope. */
function fromTypeScript(block: Block, missed: boolean): Relation[] {
  const handedOver = block.state === "handed-over";
  // A first pointer owns; others look at the same memory.
  return block.pointers.map(({ id, offset, label }, index) => {
    const owns = block.owner === "typescript" && index === 0;
    const gave = block.owner === "c" && handedOver;
    const released = block.freed?.typescript?.scopeEnd && !missed ? "ended" : "dangling";
    const kind = block.freed ? released : owns ? "owns" : gave ? "gave" : "borrows";
    const holder = label ?? "a pointer";
    return { key: `t${id}`, side: "typescript", holder, block, kind, offset, handedOver };
  });
}

/** C remembers pointers after a call; those to memory that was released since are the dangerous ones. */
function fromC(block: Block): Relation[] {
  const { keptBy } = block;
  if (keptBy === null) return [];
  const kind = block.freed ? "dangling" : "borrows";
  return [{ key: `c${block.id}`, side: "c", holder: keptBy, block, kind, offset: 0, handedOver: false }];
}

/** C's memory of a TypeScript function: it may call it whenever it likes, until the registration ends. */
export interface Registered {
  /** The same for the same registration at every step. */
  readonly key: string;
  /** The key of the callback's own box. */
  readonly to: string;
  /** The C function that remembers it. */
  readonly holder: string;
  readonly callback: Callback;
  /** The callback is closed, and C would call it all the same. */
  readonly broken: boolean;
}

/** Callbacks that a picture can hold. */
const MOST_CALLBACKS = 16;

/** The callbacks of a snapshot, the last ones where there are very many. */
export const shownCallbacks = (ledger: Ledger, step: number): readonly Callback[] =>
  ledger.callbacks(step).slice(-MOST_CALLBACKS);

export const callbackKey = ({ library, id }: Callback): string => `f${library}${id}`;

/** Every registration of these callbacks. */
export const registrationsOf = (callbacks: readonly Callback[]): Registered[] =>
  callbacks.flatMap((callback) =>
    callback.registrations.map(({ event, by }) => ({
      key: `r${event}`,
      to: callbackKey(callback),
      holder: by,
      callback,
      broken: callback.closed,
    })),
  );

const WORDS: Readonly<Record<RelationKind, string>> = {
  owns: "owns",
  borrows: "borrows",
  gave: "has handed over",
  dangling: "still points to",
  ended: "pointed to, in its scope",
};

/** What an arrow means, in a word or two. */
export function relationWords({ kind, handedOver, side }: Relation): string {
  if (kind === "owns" && handedOver) return "owns, handed over by C";
  if (side === "c" && kind === "borrows") return "remembers";
  return WORDS[kind];
}
