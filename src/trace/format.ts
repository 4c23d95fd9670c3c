/**
 * The trace: an immutable sequence of events, the only source of every picture, check and receipt.
 *
 * It travels in batches of columns, each a typed array, so that a million events cost tens of megabytes and posting
 * a batch moves its buffers instead of copying them. The same program gives the same columns in every engine, `time` apart.
 *
 * Ids count from 1 (0 means none): blocks, pointers and libraries by order of appearance, strings by order of first use.
 */
export interface TraceBatch {
  /** Index of this batch's first event in the whole trace. */
  readonly first: number;
  readonly kind: Uint8Array;
  /** TypeScript position: index into `CompiledProgram.spans`. */
  readonly span: Uint32Array;
  /** C position: index into the `spans` of the library the event is about. */
  readonly cLocation: Uint32Array;
  /** Four operands; see `EventKind` for what each means. */
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly c: Uint32Array;
  readonly d: Uint32Array;
  /** Milliseconds since the run began, of the event's own crossing: events inside a call have the time at which it began. */
  readonly time: Float64Array;
  /** Encoded values (see `values/encoding.ts`), appended to one pool for the whole trace; operands called "values" are offsets into that pool. */
  readonly values: Float64Array;
  /** Strings first used in this batch; their ids continue those of the batches before. */
  readonly strings: readonly string[];
}

export const EventKind = {
  /** a library, b string: its name */
  Open: 1,
  /** a library */
  Close: 2,
  /** TypeScript calls C. a library, b string: function, c values: the arguments, d the index of the enclosing crossing + 1, or 0 */
  Call: 3,
  /** The call returned. a index of its Call, b bytes copied for it, c values: the result (one value) */
  Return: 4,
  /** The call ended by an exception. a index of its Call, b bytes copied for it */
  Unwind: 5,
  /** C calls TypeScript. a library, b callback id, c values: the arguments, d the index of the enclosing crossing + 1 */
  CallbackEnter: 6,
  /** a index of its CallbackEnter, b bytes copied, c values: the result */
  CallbackReturn: 7,
  /** A block came to be. a library, b block, c address, d byte size; whose it is follows as `Own` */
  Alloc: 8,
  /** A block was released. a library, b block, c string: the function that released it ("free_string", "dispose", …) */
  Free: 9,
  /** A block has (from now on) this owner. a library, b block, c `Owner`, d string: the function that has to release it, or 0; for C's the function that took it over, or 0; for statics the C object's name */
  Own: 10,
  /** A TypeScript value now points into a block. a library, b block, c pointer id, d byte offset in the block */
  Point: 11,
  /** The library remembers a pointer into this block after the call, or does so no more. a library, b block, c string: the function that keeps it, or 0 */
  Keep: 12,
  /** Linear memory grew. a library, b bytes before, c bytes after */
  Grow: 13,
  /** a `ConsoleLevel`, b string: text */
  Console: 14,
  /** a fault number (4 for FFI004), b block or 0, c index of the crossing it happened in + 1 or 0, d string: the fault's detail as JSON, see `src/faults/detail.ts` */
  Fault: 15,
  /** The program ended. a `EndStatus` index, b string: JSON of `ProgramError`, or 0 */
  End: 16,
  /** TypeScript copied bytes outside a call. a library, b block, c bytes, d 1 into C's memory, 2 out of it */
  Copy: 17,
  /**
   * What memory held at this moment, when it went from one side to the other. a library, b block, c string: what C's
   * pointer points to, as the prototype spells it, or 0; d string: the block's first bytes, at most `SAMPLE_BYTES`,
   * a character each. With b 0: the run has used up its `SAMPLE_BUDGET`, and no more contents follow.
   * Only runs that ask for contents have it.
   */
  MemorySamples: 18,
  /**
   * The program is over, and C still has the address of a block that the program had to release: it stands in a global,
   * or in another block that C can get at. a library, b block, c string: the global's name, or 0; d that other block, or 0
   */
  Held: 19,
  /** A TypeScript function got a place among C's functions, or the program closed it. a library, b callback id, c 1 made, 2 closed */
  Callback: 20,
} as const;
export type EventKind = (typeof EventKind)[keyof typeof EventKind];

/** Bytes of one block that one look at it keeps. */
export const SAMPLE_BYTES = 256;
/** Bytes of contents that one run may keep, each look counted as some bytes more. */
export const SAMPLE_BUDGET = 4 * 1024 * 1024;

/** Who has to release a block. */
export const Owner = {
  /** The program: it came from `alloc` or `cstring`, or C handed it over. */
  TypeScript: 1,
  /** The C library: it allocated the block for itself, or took it over. */
  C: 2,
  /** Nobody: it is part of the library's binary and lives as long as the library. */
  Static: 3,
} as const;
export type Owner = (typeof Owner)[keyof typeof Owner];

export const CONSOLE_LEVELS = ["log", "info", "warn", "error", "debug"] as const;
export type ConsoleLevel = (typeof CONSOLE_LEVELS)[number];

export const END_STATUSES = ["completed", "threw", "timed-out", "refused"] as const;
export type EndStatus = (typeof END_STATUSES)[number];

/** An exception that the program did not catch. */
export interface ProgramError {
  readonly name: string;
  readonly message: string;
  /** 1-based line of the learner's text, when known. */
  readonly line: number | null;
}
