import type { Block } from "./memory/block.ts";
import { MemorySamples } from "./watching/memory-samples.ts";
import type { Host } from "./host.ts";
import { isScoped, tellScope } from "./language/scope.ts";
import type { AddressSpace } from "./memory/address-space.ts";
import { FaultReporter } from "./watching/fault-reporter.ts";
import { Task } from "./watching/task.ts";
import { TraceWriter } from "../trace/writer.ts";
import { adoptView, checkView } from "./memory/view-array.ts";

/** A call that is under way, innermost last. */
export interface Crossing {
  /** Index of its event. */
  readonly event: number;
  readonly space: AddressSpace;
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
  /** What is being released by a function that cannot release it: whatever C runs into then comes of that. */
  wrongRelease: WrongRelease | null;
}

/** A block given to a function that releases blocks of another kind, or whole ones only. */
export interface WrongRelease {
  readonly block: Block;
  readonly code: "FFI006" | "FFI007" | "FFI008";
  /** The pointer that was given. */
  readonly address: number;
}

const NOTHING: readonly never[] = [];

/** Turns of a loop between two looks at the clock. */
const TICKS = 1024;

/** One run of one program: where it stands, what is open, what has been reported. */
export class Runtime {
  readonly host: Host;
  readonly trace: TraceWriter;
  /** Null for a run that wants none. */
  readonly samples: MemorySamples | null;
  readonly faults: FaultReporter;
  readonly spaces: AddressSpace[] = [];
  readonly crossings: Crossing[] = [];
  /** Calls of fast builds that are under way and may call back. */
  unwatched = 0;
  /** The learner's expression at work; set by the compiled program. */
  span = 0;
  /** The task whose call is being made; null where that is not known. */
  task: Task | null = null;
  /** An exception of a callback, until the outermost call has returned. */
  #held: { readonly error: unknown } | null = null;
  readonly #throughC = new Set<unknown>();
  /** The site of a call of `dispose` that has not got to its disposable; 0 when there is none. */
  #disposing = 0;
  #ticks = 0;
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
    this.samples = host.samples === true ? new MemorySamples(this.trace) : null;
  }

  // The next ones are what a compiled program calls by name; see the compiler.

  /** The module `"ffi"`, set by the runner. */
  module: object = {};

  /** Sets the site after `value` has been evaluated. */
  at<T>(span: number, value: T): T {
    this.span = span;
    return value;
  }

  /** Sets the site where a call has no argument that could carry it: spread, it is nothing. */
  none(span: number): readonly never[] {
    this.span = span;
    return NOTHING;
  }

  /** The same for a call of `dispose` or `[Symbol.dispose]`, which releases before the end of the scope. */
  disposes(span: number): readonly never[] {
    this.#disposing = span;
    return this.none(span);
  }

  // These are called by programs with async functions only.

  /** A run of an async function begins, or the module's. */
  begin(): Task {
    return (this.task = new Task(this.task));
  }

  /** The task ends, or gives way until something that needs nobody else has happened. */
  leave<T>(task: Task | null, value?: T): T | undefined {
    this.task = task?.giveWay() ?? null;
    return value;
  }

  /** The task gives way to others, and may wait for them. */
  waits<T>(task: Task | null, value: T): T {
    task?.synchronise();
    this.task = task?.giveWay() ?? null;
    return value;
  }

  /** The task is at work again, or makes a call that concerns nobody else. */
  as<T>(task: Task | null, value: T): T {
    this.task = task;
    return value;
  }

  /** The task makes a call that may let others in. */
  asks<T>(task: Task | null, value: T): T {
    this.changed(task);
    return value;
  }

  /** The task changes something others can see. */
  changed(task: Task | null): void {
    if (task) this.task = task;
    this.task?.synchronise();
  }

  /** Tells a disposable where its scope ends. */
  scope<T>(span: number, value: T): T {
    // Whatever else a scope's end does may let others in; that is nowhere in the text.
    if (!isScoped(value)) this.task?.becomeOpaque();
    tellScope(span, value);
    return value;
  }

  /** Looks at what may be a view of C's memory before one of its elements is read. */
  element<T>(span: number, value: T): T {
    this.span = span;
    checkView(value, "read");
    return value;
  }

  /** The same, before one is written. */
  target<T>(span: number, value: T): T {
    this.span = span;
    checkView(value, "write");
    return value;
  }

  /** Looks at what may be a view of C's memory when the program has made it. */
  made<T>(value: T): T {
    adoptView(value);
    return value;
  }

  /** Keeps a callback's exception, and reports that C cannot pass it on, unless it is a fault that has been reported itself. */
  holdException(space: AddressSpace, error: unknown): void {
    if (!this.faults.hasMade(error)) {
      const exception = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      this.faults.report({ code: "FFI015", exception }, space, null, { span: this.span });
    }
    this.#throughC.add(error);
    this.#held ??= { error };
  }

  /** Whether a callback threw it: that is reported, and where it ends up is no further fault. */
  cameThroughC(error: unknown): boolean {
    return this.#throughC.has(error);
  }

  /** Throws a callback's exception, now that no C frame is left to be skipped. */
  releaseException(): void {
    if (!this.#held || this.crossings.length > 0 || this.unwatched > 0) return;
    const { error } = this.#held;
    this.#held = null;
    throw error;
  }

  /** A disposable is about to release: from here on the site is the call's that asked for it, else the end of its scope. */
  enterRelease(scopeEnd: number): void {
    const asked = this.#disposing !== 0 && this.#disposing === this.span;
    this.#disposing = 0;
    if (!asked && scopeEnd !== 0) this.span = scopeEnd;
  }

  nextBlockId(): number {
    return (this.#blocks += 1);
  }

  nextPointerId(): number {
    return (this.#pointers += 1);
  }

  /** A turn of a loop: lets go of what is pending, so that an endless loop does not keep its trace to itself. */
  tick(): void {
    this.#ticks += 1;
    if (this.#ticks % TICKS === 0) this.trace.flushIfDue();
  }
}

let current: Runtime | undefined;

/** Makes a run the current one: a worker has one, a test may have several after each other. */
export function startRuntime(host: Host): Runtime {
  current = new Runtime(host);
  return current;
}

export function currentRuntime(): Runtime {
  if (!current) throw new Error('the module "ffi" works inside a run only');
  return current;
}
