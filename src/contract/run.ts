import type { LibraryBuild } from "./description.ts";
import type { FaultCode, FaultName } from "../faults/codes.ts";
import type { Exam } from "./exam.ts";
import type { CompiledProgram } from "./program.ts";
import type { ConsoleLevel, EndStatus, ProgramError } from "../trace/format.ts";

/**
 * What a program seldom meets by itself, and has to survive all the same. Every option acts on each opened library by
 * itself, from its `dlopen` on. Only checked builds have run conditions.
 *
 * One thing is no option, because every run of a checked build has it: `realloc` moves the block, whether or not it had room
 * to grow where it was.
 */
export interface RunConditions {
  /**
   * Bytes of freed memory, redzones included, kept from reuse. 0 makes the allocator reuse a block at once. Where an
   * allocation would find no memory without it, all of it is reused; not so with `NEVER_REUSE`, where the allocation then
   * fails as it does when the library's 128 MiB are used up: NULL for C, RangeError for TypeScript.
   */
  readonly quarantineBytes: number;
  /**
   * Which allocation of C's fails: 1 the first, 2 the second, and no other; 0 every one. Those of `alloc`, `cstring` and
   * `"buffer"` arguments are TypeScript's: they neither fail nor count. Absent: none fails.
   */
  readonly failMalloc?: number;
  /**
   * Which allocation fails, C's and TypeScript's counted together as they come: 1 the first, 2 the second, and no other; 0
   * every one. Each `alloc`, each `cstring` and the copy of each `"buffer"` argument is one of TypeScript's, and throws
   * RangeError when it fails. `countAllocations` says how many there were. Not together with `failMalloc`. Absent: none fails.
   */
  readonly failAllocation?: number;
  /**
   * C functions that do not run when TypeScript calls them, and return NULL instead, every time. Each has to be one whose
   * result the header calls nullable (`nullableFunctions`). What C calls by itself runs.
   */
  readonly nullResults?: readonly string[];
  /**
   * Linear memory grows by one page, so that a view made before it goes stale, at each of the first `MOST_GROWTHS`: of
   * C's and TypeScript's allocations, or of the calls into C, of which `alloc` and `cstring` are some. Absent: it grows when
   * it has to.
   */
  readonly growMemory?: "allocation" | "call";
  /**
   * Which variant of a library `dlopen` opens, by the library's name: one of `c-sources/<library>/variants/`, which has the same
   * header and other code. Faults and positions are then those of its files. Absent: the library itself.
   */
  readonly variants?: Readonly<Record<string, string>>;
}

/** Growths that are asked for end after so many: a program that keeps a view has been found by then, and memory is limited. */
export const MOST_GROWTHS = 256;

/** Everything a worker needs for one run. It fetches nothing by itself. */
export interface RunRequest extends RunConditions {
  readonly program: CompiledProgram;
  readonly libraries: readonly LibraryFiles[];
  /** The names of all libraries there are, for a message that names the nearest one. */
  readonly known: readonly string[];
  /** `fast` runs without the checker: the trace then has no blocks, no crossings and no leaks. */
  readonly build: LibraryBuild;
  /** The trace shall hold what memory held: for a page that shows bytes. Absent: it does not. */
  readonly samples?: boolean;
  /** The program runs in this engine, which shares no object with the runtime. Absent: in the worker's own. */
  readonly sealed?: SealedEngineFiles;
}

/** The sealed engine, ready to be started. */
export interface SealedEngineFiles {
  /** Text of an ES module. */
  readonly engine: string;
  /** QuickJS's binary. */
  readonly wasm: ArrayBuffer;
  /** Steps of its engine that the program may take. Absent: as many as the engine allows any. */
  readonly mostWork?: number;
  /** The program is an exercise's answer, and the run looks at one behaviour of it. Absent: the program runs by itself. */
  readonly exam?: Exam;
}

/** One library, ready to be instantiated any number of times. */
export interface LibraryFiles {
  readonly name: string;
  /** Set for the files of a variant. */
  readonly variant?: string;
  /** Text of Emscripten's glue, an ES module. */
  readonly glue: string;
  readonly wasm: ArrayBuffer;
  /** Text of `wasm/<library>.json`. */
  readonly description: string;
}

export const DEFAULT_QUARANTINE_BYTES = 1024 * 1024;
export { NEVER_REUSE } from "./checker-abi.ts";
/** How long a program may run before it is stopped, in milliseconds. */
export const DEFAULT_TIME_LIMIT_MS = 10_000;
/**
 * How long a sealed run may take, in milliseconds. Its own limits do not go by the clock: a run that meets this one was not judged.
 */
export const SEALED_TIME_LIMIT_MS = 60_000;

/** A TypeScript position in a report. 1-based. */
export interface ReportedSpan {
  readonly line: number;
  readonly column: number;
}

/** A code location of C in a report. `file` is relative to the library's folder. */
export interface ReportedCLocation {
  readonly file: string;
  readonly line: number;
  readonly function: string;
}

export interface ReportedBlock {
  readonly id: number;
  readonly address: number;
  readonly bytes: number;
  readonly owner: "typescript" | "c" | "static";
  readonly state: "live" | "freed" | "handed-over" | "leaked";
  /** The variable it was first stored in, if the text says one. */
  readonly label: string | null;
  readonly allocated: { readonly typescript: ReportedSpan | null; readonly c: ReportedCLocation | null };
  readonly freed: {
    readonly typescript: ReportedSpan | null;
    readonly c: ReportedCLocation | null;
    readonly by: string;
  } | null;
  /**
   * For a leak: the global, by its name, or the block, by its id, in which C still held its address at the end. Null when
   * nothing pointed at it any more.
   */
  readonly heldIn:
    { readonly global: string; readonly block: null } | { readonly global: null; readonly block: number } | null;
}

export interface ReportedFault {
  readonly code: FaultCode;
  readonly name: FaultName;
  readonly message: string;
  readonly typescript: ReportedSpan | null;
  readonly c: ReportedCLocation | null;
  readonly block: ReportedBlock | null;
}

/** What `ffi-playground run --json` prints. */
export interface RunReport {
  readonly status: EndStatus;
  readonly console: readonly { readonly level: ConsoleLevel; readonly text: string }[];
  readonly faults: readonly ReportedFault[];
  readonly heap: {
    /** Blocks of the program's or the library's heap that were still allocated at the end. */
    readonly liveBlocks: number;
    readonly leakedBlocks: number;
    readonly leakedBytes: number;
    /**
     * Blocks that the program still had to release when it ended, and whose address was still held: by C, or by the
     * variables of a program that did not reach its end. So where leaks were judged these are the leaked blocks that C
     * still held, the program's variables being gone; else they are all that the program had not released yet.
     */
    readonly heldBlocks: number;
    readonly heldBytes: number;
    /**
     * Leaks are judged at the end of a checked program. False where it threw, was refused, was stopped or met a limit, and
     * without the checker: no leak that is reported then does not mean that there is none.
     */
    readonly leaksJudged: boolean;
    /** Most bytes allocated at one moment, by both sides together. */
    readonly peakBytes: number;
  };
  /** Sentences about what could not be checked; it is no fault, and what it did may be one. */
  readonly warnings: readonly string[];
  /** Calls from TypeScript into C. */
  readonly calls: number;
  readonly bytesCopied: number;
  readonly error: ProgramError | null;
  /**
   * Only of a sealed run: steps of its engine that the program took, the same in every run of one program. Null when it was
   * ended from outside, by the clock: it was not judged then.
   */
  readonly work?: number | null;
}
