import type { Block } from "./memory/block.ts";

/** A call that is under way, innermost last. */
export interface Crossing {
  /** Index of its event. */
  readonly event: number;
  /** The number of the library that is called, or that calls. */
  readonly library: number;
  readonly function: string;
  readonly span: number;
  /** C has called TypeScript, and TypeScript is at work. */
  readonly isCallback: boolean;
  /** Borrowed memory that is being given to something that releases it: the fault waits for the C line. */
  borrowedBeingFreed: Block | null;
  /** Address whose pointer is older than the block that stands there now: C must not release that block. */
  stale: number;
  /** The block that the call failed to release: it stays whose it was. */
  unreleased: Block | null;
  /** Blocks given as handles: structs whose inside C goes by. */
  readonly handles: readonly Block[];
  /** What is being released by a function that cannot release it: every further fault of C in this call follows from that. */
  wrongRelease: WrongRelease | null;
}

/** A block given to a function that releases blocks of another kind, or whole ones only. */
export interface WrongRelease {
  readonly block: Block;
  readonly code: "FFI006" | "FFI007" | "FFI008";
  /** The pointer that was given. */
  readonly address: number;
}
