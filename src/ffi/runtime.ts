import { TraceWriter } from "../trace/writer.ts";
import type { Crossing } from "./crossing.ts";
import { Utf8Error } from "./errors.ts";
import type { Host } from "./host.ts";
import { FaultReporter } from "./watching/fault-reporter.ts";
import { MemorySamples } from "./watching/memory-samples.ts";
import type { Task } from "./watching/task.ts";
import { thrownText } from "./watching/thrown-text.ts";

/** What an opened library reports when the program has come to its end. */
export interface EndReports {
  reportLeaks(): void;
  reportRegistrations(): void;
}

/** Where bytes were read as text. */
interface TextRead {
  readonly address: number;
  /** What runs on the way out, as a `finally`, moves on from there. */
  readonly span: number;
}

/** One run of one program: its trace, where it stands, and what is open. */
export class Runtime {
  readonly host: Host;
  readonly trace: TraceWriter;
  readonly faults: FaultReporter;
  /** Null for a run that wants none. */
  readonly samples: MemorySamples | null;
  /** The libraries that were opened, in order. */
  readonly opened: EndReports[] = [];
  /** The calls that are under way, innermost last. */
  readonly crossings: Crossing[] = [];
  /** Calls of fast builds that are under way and may call back. */
  unwatched = 0;
  /** A limit has ended the run: what is thrown now goes through everything, C too. */
  isOver = false;
  /** The learner's expression at work; set by the compiled program. */
  span = 0;
  /** The task whose call is being made; null where that is not known. */
  task: Task | null = null;
  /** An exception of a callback, until the outermost call has returned. */
  #held: { readonly error: unknown } | null = null;
  readonly #throughC = new Set<unknown>();
  /** Where bytes were read that are not text, by the error that said so: the program may change that, and make others. */
  readonly #notText = new WeakMap<object, TextRead>();
  /** The span of a call of `dispose` that has not got to its disposable; 0 when there is none. */
  #disposing = 0;
  /** The span of the last call of `next`; 0 before there is one. */
  #stepping = 0;
  #libraries = 0;
  #blocks = 0;
  #pointers = 0;

  constructor(host: Host) {
    this.host = host;
    this.trace = new TraceWriter(
      () => host.now(),
      (batch) => host.send(batch),
      (task, milliseconds) => host.later(task, milliseconds),
    );
    this.faults = new FaultReporter(this);
    this.samples = host.samples === true ? new MemorySamples(this.trace, () => this.span) : null;
  }

  /** Keeps a callback's exception, and reports that C cannot pass it on, unless it is a fault that has been reported itself. */
  holdException(library: { readonly id: number }, error: unknown): void {
    if (this.isOver) throw error;
    if (!this.faults.hasMade(error)) {
      // Reading it may run the program on.
      const { span } = this;
      const { name, message } = thrownText(error);
      const exception = name === null ? message : `${name}: ${message}`;
      this.faults.report({ code: "FFI015", exception }, library, null, { span });
    }
    this.#throughC.add(error);
    this.#held ??= { error };
  }

  /** Whether a callback threw it: that is reported, and where it ends up is no further fault. */
  cameThroughC(error: unknown): boolean {
    return this.#throughC.has(error);
  }

  /** Reads an object of the program, which may run the program on: what comes of it happens where the program stood before. */
  readingProgram<T>(read: () => T): T {
    const { span } = this;
    const value = read();
    this.span = span;
    return value;
  }

  /** The error for bytes at `address` that were read as text and are none. */
  notText(address: number): Utf8Error {
    const error = new Utf8Error(address);
    this.#notText.set(error, { address, span: this.span });
    return error;
  }

  /** What `notText` was told, for an error that it has made. */
  readAsText(error: unknown): TextRead | undefined {
    return typeof error === "object" && error !== null ? this.#notText.get(error) : undefined;
  }

  /** Throws a callback's exception, now that no C frame is left to be skipped. */
  releaseException(): void {
    if (!this.#held || this.crossings.length > 0 || this.unwatched > 0) return;
    const { error } = this.#held;
    this.#held = null;
    throw error;
  }

  /** The program calls `dispose` or `[Symbol.dispose]` at this span. */
  disposesAt(span: number): void {
    this.#disposing = span;
    this.span = span;
  }

  /** The program calls `next` at this span. */
  stepsAt(span: number): void {
    this.#stepping = span;
    this.span = span;
  }

  /** Whether the program itself stands at a call of `next`. */
  get isStepping(): boolean {
    return this.#stepping !== 0 && this.#stepping === this.span;
  }

  /** A disposable is about to release: from here on the span is the call's that asked for it, else the end of its scope. */
  enterRelease(scopeEnd: number): void {
    const asked = this.#disposing !== 0 && this.#disposing === this.span;
    this.#disposing = 0;
    if (!asked && scopeEnd !== 0) this.span = scopeEnd;
  }

  /** The innermost call under way, when it is one into this library and TypeScript is not at work inside of it. */
  callInto(library: number): Crossing | undefined {
    const crossing = this.crossings.at(-1);
    return crossing?.library === library && !crossing.isCallback ? crossing : undefined;
  }

  /** The program has come to its end: what it still holds, and what C still has registered, is reported. */
  reportEnd(): void {
    for (const library of this.opened) library.reportLeaks();
    for (const library of this.opened) library.reportRegistrations();
  }

  nextLibraryId(): number {
    return (this.#libraries += 1);
  }

  nextBlockId(): number {
    return (this.#blocks += 1);
  }

  nextPointerId(): number {
    return (this.#pointers += 1);
  }
}

let current: Runtime | undefined;

/** Makes a run the current one: a worker has one, a test may have several after each other. */
export function makeCurrent(runtime: Runtime): void {
  current = runtime;
}

/** @throws Error outside of a run */
export function currentRuntime(): Runtime {
  if (!current) throw new Error('the module "ffi" works inside a run only');
  return current;
}
