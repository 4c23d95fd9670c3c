import type { Exam } from "../contract/exam.ts";
import type { Verdict } from "../trace/verdict.ts";
import type { CompiledProgram } from "../contract/program.ts";
import type { ProgramRuntime } from "../ffi/program-runtime.ts";
import type { EndStatus, ProgramError, TraceBatch } from "../trace/format.ts";

/**
 * What the runner asks of the sealed engine. The engine's code comes as text, with the request of a run that wants it, and has
 * no module of ours in it that holds state: what it needs of the runtime it is given.
 */
export interface SealedModule {
  /**
   * Makes everything ready that all runs begin with.
   *
   * @param wasm the engine's binary.
   */
  prepareEngine(wasm: BufferSource): Promise<PreparedEngine>;
}

/** Serves any number of runs, each of which begins with the same engine and leaves nothing behind. */
export interface PreparedEngine {
  run(run: SealedRun): Promise<SealedEnd>;
}

/** Milliseconds since the run began, of a clock that only the engine moves. */
export interface VirtualClock {
  now: number;
}

export interface SealedRun {
  readonly program: CompiledProgram;
  readonly runtime: ProgramRuntime;
  readonly clock: VirtualClock;
  /** Steps that the program may take; undefined for as many as the engine allows. */
  readonly mostWork: number | undefined;
  readonly tools: SealedTools;
  /** The program is an answer, and this looks at one behaviour of it. `failing`: functions that the run's conditions let fail. */
  readonly exam: (Exam & { readonly failing: readonly string[] }) | null;
  /** Shows each batch of the trace, as it is sent, to one that wants to read it. */
  watch(read: (batch: TraceBatch) => void): void;
}

/** What the bridge uses of the open engine's own module and its internals. */
export interface SealedTools {
  /** The module `"ffi"`: what the program inside calls is done by it. */
  readonly module: typeof import("../ffi/index.ts");
  isPointer(value: unknown): value is object;
  checkView(value: unknown, act: "read" | "write"): boolean;
  writable<T>(value: T): T;
  tellScope(span: number, value: unknown): void;
  describeUncaught(error: unknown, program: CompiledProgram): ProgramError;
}

export interface SealedEnd {
  readonly status: EndStatus;
  readonly error: ProgramError | null;
  /** The runtime's own error that ended the program; null when it was none of those. */
  readonly thrown: unknown;
  /** Steps of the engine that the program took, and what its calls were charged. The same for every run of one program. */
  readonly work: number;
  /** Of an exam: what came of the behaviour. */
  readonly verdict?: Verdict;
}
