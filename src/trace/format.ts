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
  /** Code location: index into the `locations` of the library the event is about. */
  readonly cLocation: Uint32Array;
  /** Four operands; see `OPERANDS` for what each means. */
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly c: Uint32Array;
  readonly d: Uint32Array;
  /** Milliseconds since the run began, of the event's own crossing: events inside a call have the time at which it began. */
  readonly time: Float64Array;
  /** Encoded values (see `values/encoding.ts`), appended to one pool for the whole trace; operands of the types "values" and "value" are offsets in that pool. */
  readonly values: Float64Array;
  /** Strings first used in this batch; their ids continue those of the batches before. */
  readonly strings: readonly string[];
}

export const EventKind = {
  /** A library was opened: each `dlopen` opens one. */
  Open: 1,
  Close: 2,
  /** TypeScript calls C. */
  Call: 3,
  /** The call returned. */
  Return: 4,
  /** The call ended by an exception. */
  Unwind: 5,
  /** C calls TypeScript. */
  CallbackEnter: 6,
  CallbackReturn: 7,
  /** A block came to be; whose it is follows as `Own`. */
  Alloc: 8,
  /** A block was released. */
  Free: 9,
  /** A block has (from now on) this owner. */
  Own: 10,
  /** A TypeScript value now points into a block. */
  Point: 11,
  /** The library remembers a pointer into this block after the call, or does so no more. */
  Keep: 12,
  /** Linear memory grew. */
  Grow: 13,
  Console: 14,
  Fault: 15,
  /** The program ended. */
  End: 16,
  /** TypeScript copied bytes outside a call. */
  Copy: 17,
  /**
   * What memory held at this moment, when it went from one side to the other. Without a block, and all else 0: the run
   * has used up its `SAMPLE_BUDGET`, and no more contents follow. Only runs that ask for contents have it.
   */
  MemorySamples: 18,
  /**
   * The program is over, and C still has the address of a block that the program had to release: it stands in a global,
   * or in another block that C can get at.
   */
  Held: 19,
  /** A TypeScript function got a place among C's functions, or the program closed it. */
  Callback: 20,
  /**
   * The one allocation that the run was asked to fail has failed. One of C's: in the call that is under way, and it is told
   * as soon as C goes back to TypeScript. One of TypeScript's own: outside of every crossing, or in a callback.
   */
  Refused: 21,
  /** More than one task could go on, and the run's order of tasks chose this one. Its span is where the task waited. */
  Turn: 22,
  /** A library remembers a callback after the call; more than one of them under one number where it was given a table. */
  Register: 23,
  /** What it remembered under a number is over. */
  Unregister: 24,
} as const;
export type EventKind = (typeof EventKind)[keyof typeof EventKind];

/**
 * What one operand is. Where a string, an id or an error may be none, it is 0.
 *
 * - `number`: any; bytes and addresses.
 * - `signed`: any, its bits those of a signed integer.
 * - `newLibrary`: the next library's id, one more than the last; `library`: one that was opened before.
 * - `string`: a string's id; for `error` its text is the JSON of a `ProgramError`, for `detail` that of a
 *   `FaultDetail` of the fault's code.
 * - `id`: of a block, a pointer, a callback or a registration.
 * - `values`, `value`: offset in the pool of values of a list of them, or of one.
 * - `begins`: this event begins a crossing; the operand is the index of the enclosing crossing's event + 1, or 0.
 * - `ends`: index of the event that began the crossing that ends here; each ends once.
 * - `crossing`: index of the event that began the crossing in which this happened + 1, or 0.
 * - `level`, `status`: index in `CONSOLE_LEVELS`, in `END_STATUSES`; `fault`: 4 for FFI004.
 */
export type OperandType =
  | "number"
  | "signed"
  | "newLibrary"
  | "library"
  | "libraryOrNone"
  | "string"
  | "stringOrNone"
  | "id"
  | "idOrNone"
  | "values"
  | "value"
  | "begins"
  | "ends"
  | "crossing"
  | "owner"
  | "change"
  | "direction"
  | "level"
  | "fault"
  | "detail"
  | "status"
  | "error";

/**
 * What the columns a, b, c and d hold for each kind of event, in this order. The guard checks by it, and readers have the
 * operands under these names. A name stands for the same column in all kinds that have it.
 */
export const OPERANDS = {
  [EventKind.Open]: { library: "newLibrary", name: "string" },
  [EventKind.Close]: { library: "library" },
  [EventKind.Call]: { library: "library", function: "string", arguments: "values", enclosing: "begins" },
  // Bytes that were copied for the call, into C's memory and back.
  [EventKind.Return]: { call: "ends", bytesCopied: "number", result: "value" },
  [EventKind.Unwind]: { call: "ends", bytesCopied: "number" },
  [EventKind.CallbackEnter]: { library: "library", callback: "idOrNone", arguments: "values", enclosing: "begins" },
  [EventKind.CallbackReturn]: { call: "ends", bytesCopied: "number", result: "value" },
  [EventKind.Alloc]: { library: "library", block: "id", address: "number", bytes: "number" },
  // By the function that released it: "free_string", "dispose", …
  [EventKind.Free]: { library: "library", block: "id", by: "string" },
  // For TypeScript's the function that has to release it, for C's the one that took it over, for statics the C object.
  [EventKind.Own]: { library: "library", block: "id", owner: "owner", label: "stringOrNone" },
  // Byte offset in the block.
  [EventKind.Point]: { library: "library", block: "id", pointer: "id", offset: "signed" },
  // By the function that keeps it; none when the library remembers it no more.
  [EventKind.Keep]: { library: "library", block: "id", by: "stringOrNone" },
  // Bytes of linear memory.
  [EventKind.Grow]: { library: "library", before: "number", after: "number" },
  [EventKind.Console]: { level: "level", text: "string" },
  [EventKind.Fault]: { fault: "fault", block: "idOrNone", crossing: "crossing", detail: "detail" },
  [EventKind.End]: { status: "status", error: "error" },
  [EventKind.Copy]: { library: "library", block: "id", copied: "number", direction: "direction" },
  // What C's pointer points to, as the prototype spells it; the block's first bytes, at most `SAMPLE_BYTES`, a character each.
  [EventKind.MemorySamples]: {
    library: "libraryOrNone",
    block: "idOrNone",
    type: "stringOrNone",
    contents: "stringOrNone",
  },
  // The global's name, or the other block.
  [EventKind.Held]: { library: "library", block: "id", global: "stringOrNone", holder: "idOrNone" },
  [EventKind.Callback]: { library: "library", callback: "id", change: "change" },
  [EventKind.Refused]: { library: "library", within: "crossing" },
  // The task, from 1, as they first waited; how many could go on.
  [EventKind.Turn]: { task: "number", among: "number" },
  // By the function that was given the callback. Registrations count from 1 in each library.
  [EventKind.Register]: { library: "library", callback: "id", by: "string", registration: "id" },
  [EventKind.Unregister]: { library: "library", ended: "id" },
} as const satisfies Record<EventKind, Readonly<Record<string, OperandType>>>;

/** What a `Callback` event says. */
export const CallbackChange = { Made: 1, Closed: 2 } as const;

/** Where a `Copy` went. */
export const CopyDirection = { IntoC: 1, OutOfC: 2 } as const;

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
  /** Neither has to: it is part of the library's binary and lives as long as the library. */
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
