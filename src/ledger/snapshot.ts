import type { ConsoleLevel, EndStatus, ProgramError } from "../trace/format.ts";
import type { Value } from "../trace/values/value.ts";
import type { FaultCode, FaultName } from "../faults/codes.ts";
import type { FaultDetail } from "../faults/detail.ts";
import type { SourceSpan } from "../contract/program.ts";
import type { LeakJudgement, StillHeld } from "./still-held.ts";

export type { Value };

/**
 * What is true at one step of a run. Everything here is immutable: a snapshot can be kept, compared and drawn.
 * A step is a number of events: step 0 is before the first event, step n after the n-th.
 */
export interface Snapshot {
  readonly step: number;
  /** Every block seen so far, tombstones too, by library and then by address. */
  readonly blocks: readonly Block[];
  /** How many of the trace's crossings have begun; `Ledger.crossing(i)` reads one. */
  readonly crossings: number;
  readonly faults: readonly Fault[];
  readonly console: readonly ConsoleLine[];
  readonly libraries: readonly OpenLibrary[];
  /** Set by the program's end; null while it runs. */
  readonly end: End | null;
  readonly totals: Totals;
}

/** How a program ended, and what it left. */
export interface End {
  readonly status: EndStatus;
  readonly error: ProgramError | null;
  readonly leaks: LeakJudgement;
  readonly held: StillHeld;
}

export interface Totals {
  /** Blocks of the heap that are allocated now; statics do not count. */
  readonly liveBlocks: number;
  readonly liveBytes: number;
  readonly peakBytes: number;
  readonly leakedBlocks: number;
  readonly leakedBytes: number;
  /** Calls from TypeScript into C begun so far. */
  readonly calls: number;
  readonly bytesCopied: number;
}

/**
 * - `live`: allocated.
 * - `borrowed`: allocated, the other side's, and lent: TypeScript points at memory C owns, or C keeps a pointer to TypeScript's.
 * - `handed-over`: allocated, and its owner changed since it came to be.
 * - `freed`: released; what is left is a tombstone.
 * - `leaked`: the program ended without releasing it.
 */
export type BlockState = "live" | "borrowed" | "handed-over" | "freed" | "leaked";
export type BlockOwner = "typescript" | "c" | "static";

export interface Block {
  readonly id: number;
  readonly library: string;
  readonly address: number;
  readonly bytes: number;
  readonly owner: BlockOwner;
  readonly state: BlockState;
  /** The variable it was first stored in, else what made it: `cstring`, `malloc`, or the name of a C global. */
  readonly label: string;
  /** The function that has to release it; null when it needs no release. */
  readonly release: string | null;
  readonly allocated: CodeLocation;
  readonly freed: (CodeLocation & { readonly by: string }) | null;
  /** Where the program handed it over to C, and to which function; null while it is not C's, or always was. */
  readonly takenOver: (CodeLocation & { readonly by: string }) | null;
  /** TypeScript values that point into it: pointer id and byte offset, by the variable's name where the text says one. */
  readonly pointers: readonly { readonly id: number; readonly offset: number; readonly label: string | null }[];
  /** The library function that remembers a pointer into it after its call, if one does: also when the block is gone. */
  readonly keptBy: string | null;
  /** For a leak: where C still held its address when the program ended; null when nowhere that could be found. */
  readonly heldIn: Holder | null;
}

/** A place of C's that holds the address of a block: a global by its name, or a block by its id. */
export type Holder =
  { readonly global: string; readonly block: null } | { readonly global: null; readonly block: number };

/** An event's place on both sides; null where that side has none. */
export interface CodeLocation {
  /** Index of the event. */
  readonly event: number;
  readonly typescript: SourceSpan | null;
  readonly c: CSourceLocation | null;
}

export interface CSourceLocation {
  readonly library: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly function: string;
}

/** An allocation that failed because the run was asked to fail it. */
export interface Refusal {
  /** Whose it was: `typescript` for `alloc`, `cstring` and the copy of a buffer. */
  readonly by: "c" | "typescript";
  /** The function of C in whose call C's failed; null for TypeScript's. */
  readonly function: string | null;
  /** The call in which C's failed, or the callback in which TypeScript's did; null for TypeScript's outside of all. */
  readonly crossing: Crossing | null;
  readonly location: CodeLocation;
}

export interface Crossing {
  /** Its place among the crossings of the trace. */
  readonly index: number;
  /** Index of the event that begins it. */
  readonly event: number;
  /** Index of the event that ends it; null until then. */
  readonly ended: number | null;
  /** `call`: TypeScript calls C; `callback`: C calls TypeScript. */
  readonly direction: "call" | "callback";
  readonly library: string;
  readonly function: string;
  /** How many crossings enclose it. */
  readonly depth: number;
  readonly arguments: readonly Value[];
  /** Names of the C parameters, where the description knows them. */
  readonly parameters: readonly string[];
  /** null until it returns, and for a call that ended by an exception. */
  readonly result: Value | null;
  readonly outcome: "running" | "returned" | "threw";
  readonly bytesCopied: number;
  /** null until it ends. */
  readonly milliseconds: number | null;
  readonly typescript: SourceSpan | null;
  /** The C function's definition; for a callback the C line that called. */
  readonly c: CSourceLocation | null;
}

/** A fault as a good compiler would write it. */
export interface Fault {
  readonly event: number;
  readonly code: FaultCode;
  readonly name: FaultName;
  /** One sentence: what happened, to which memory. */
  readonly message: string;
  /** Sentences that follow: where the memory came from, who released it. May be empty. */
  readonly notes: readonly string[];
  /** One sentence: what to do. */
  readonly advice: string;
  readonly location: CodeLocation;
  readonly block: Block | null;
  readonly detail: FaultDetail;
}

/** A TypeScript function that C can call. */
export interface Callback {
  /** Counts from 1 in each library. */
  readonly id: number;
  readonly library: string;
  /** The variable it was stored in, else `callback` and its number. */
  readonly label: string;
  /** The program has closed it: a call would be a fault. */
  readonly closed: boolean;
  readonly made: CodeLocation;
  /** What C remembers it by, one entry for each registration that has not ended. */
  readonly registrations: readonly Registration[];
}

export interface Registration {
  /** Index of the event after which C remembered it. */
  readonly event: number;
  /** The C function that was given it, and the one that ends it. */
  readonly by: string;
  readonly endedBy: string;
}

export interface ConsoleLine {
  readonly event: number;
  readonly level: ConsoleLevel;
  readonly text: string;
  readonly typescript: SourceSpan | null;
}

export interface OpenLibrary {
  readonly id: number;
  readonly name: string;
  readonly open: boolean;
  /** Bytes of its linear memory when it last grew; 0 when it has not grown. */
  readonly memoryBytes: number;
}
