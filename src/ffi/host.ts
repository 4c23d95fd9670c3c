import type { LibraryBuild, LibraryDescription } from "../contract/description.ts";
import type { TraceBatch } from "../trace/format.ts";

/** What the module `"ffi"` needs from the environment that runs it. */
export interface Host {
  /** The names `dlopen` accepts. */
  readonly libraries: readonly string[];
  /**
   * Instantiates a library in an address space of its own. Synchronous: its code was loaded before the program began.
   * `checks` is told of allocations, releases and bad accesses by a checked build.
   */
  open(name: string, checks: CheckerHooks): LibraryInstance;
  /** The trace shall hold what memory held. */
  readonly samples?: boolean;
  /** Milliseconds since the run began. */
  now(): number;
  /** Takes a finished batch; the arrays are not used by the writer afterwards. */
  send(batch: TraceBatch): void;
  /** Calls `task` after the current turn of the event loop, at the earliest after `milliseconds`. */
  later(task: () => void, milliseconds: number): void;
}

/** A library in memory. */
export interface LibraryInstance {
  readonly description: LibraryDescription;
  readonly build: LibraryBuild;
  readonly memory: WebAssembly.Memory;
  /** C's function pointers are indices into it. */
  readonly table: WebAssembly.Table;
  /** Functions of the binary by export name; libc's and the checker's among them. */
  readonly functions: Readonly<Record<string, (...args: never[]) => unknown>>;
  /** What the run's conditions ask of TypeScript's side; absent for nothing. */
  readonly conditions?: BoundaryConditions;
}

/** The part of the run conditions that is made at the boundary; the checker in C makes the others. */
export interface BoundaryConditions {
  /** The allocation that the checker is to fail is counted among TypeScript's own, too. */
  readonly failsTypeScript: boolean;
  /** Functions that return NULL to TypeScript without being run. */
  readonly nullResults: ReadonlySet<string>;
  /** Grows the memory, as a call goes into C; null where no call is to do so. */
  readonly growAtCall: (() => void) | null;
}

/** Calls from the checker's runtime in C. Addresses and sizes are unsigned 32-bit numbers; `cLocation` is 0 where unknown. */
export interface CheckerHooks {
  /** A block is now live. `allocator` is one of `Allocator`. */
  allocated(address: number, bytes: number, allocator: number, cLocation: number): void;
  /** C is about to release a live block; 0 refuses, and then nothing happens to it. */
  release(address: number, cLocation: number): number;
  /** A bad access or release. `kind` is one of `FaultKind`. */
  fault(kind: number, address: number, bytes: number, cLocation: number): void;
}
