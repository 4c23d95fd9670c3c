import type { Owner } from "../../trace/format.ts";

export { DISPOSE } from "../../faults/phrases.ts";

/** A stretch of C memory with one lifetime: a heap block, or one object of the library's static data. */
export interface Block {
  readonly id: number;
  readonly address: number;
  /** Byte size as it was asked for. */
  readonly bytes: number;
  readonly span: number;
  readonly cLocation: number;
  /** A constant or a text literal of the library: it must not be written. */
  readonly constant: boolean;
  owner: Owner;
  /** The function that has to release it, `DISPOSE`, or null when the program does not have to. */
  release: string | null;
  freed: boolean;
  /** The wrong function has released it, which is reported: its owner's own release is a duplicate. */
  freedWrongly: boolean;
  /** An attempt to release it failed, which is reported: that it is never released is a duplicate. */
  releaseFailed: boolean;
  /** Released because its bytes went elsewhere: by `realloc`, or by the library for its own ends. */
  moved: boolean;
  /** The event of the call that made it; null when none did. */
  readonly madeIn: number | null;
  /** The function that took the block over from the program, if one did. */
  takenBy: string | null;
  /** The function whose header says that its result is borrowed, if the program got the block from one. */
  borrowedFrom: string | null;
  /** Pointers into the block, by byte offset: the same place is the same `Pointer`. */
  readonly pointers: Map<number, unknown>;
}
