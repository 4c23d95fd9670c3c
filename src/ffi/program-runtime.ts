import type { Host } from "./host.ts";
import { isScoped, tellScope } from "./language/scope.ts";
import { adoptView } from "./memory/view-array.ts";
import { checkView, writable } from "./memory/view-origin.ts";
import { LOOKED_AT } from "./memory/view-prototypes.ts";
import { makeCurrent, Runtime } from "./runtime.ts";
import { Task } from "./watching/task.ts";

const NOTHING: readonly never[] = [];

/** Turns of a loop between two looks at the clock. */
const TICKS = 1024;

/**
 * The run as a compiled program has it: what the compiler writes into the program calls these by their names, and sets
 * `span` (see `src/compiler/instrument-calls.ts` and `task-marks.ts`).
 */
export class ProgramRuntime extends Runtime {
  /** The module `"ffi"`. */
  readonly module: object;
  #ticks = 0;

  constructor(host: Host, module: object) {
    super(host);
    this.module = module;
  }

  /** Sets the span after `value` has been evaluated. */
  at<T>(span: number, value: T): T {
    this.span = span;
    return value;
  }

  /** Sets the span where a call has no argument that could carry it: spread, it is nothing. */
  none(span: number): readonly never[] {
    this.span = span;
    return NOTHING;
  }

  /** The same for a call of `dispose` or `[Symbol.dispose]`, which releases before the end of the scope. */
  disposes(span: number): readonly never[] {
    this.disposesAt(span);
    return NOTHING;
  }

  /** The same for a call of `next`: not a loop, but the program itself asks an iterator. */
  steps(span: number): readonly never[] {
    this.stepsAt(span);
    return NOTHING;
  }

  // These are called by programs with async functions only.

  /** A run of an async function begins, or the module's. */
  begin(): Task {
    return (this.task = new Task(this.task));
  }

  /** The task ends, or gives way until something has happened that needs no other task. */
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

  /** The task is at work again, or makes a call that concerns no other task. */
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
    // The end of a scope may run other code that lets other tasks in; the text of the program does not show it.
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

  /** The same, before one is written; what is written to is returned. */
  target<T>(span: number, value: T): T {
    this.span = span;
    return writable(value);
  }

  /** The key by which a pattern looks at what may be a view: it is read beside the elements. */
  looks(span: number): symbol {
    this.span = span;
    return LOOKED_AT;
  }

  /** Looks at what may be a view of C's memory when the program has made it; returns what it has from here on. */
  made<T>(value: T): T {
    return adoptView(value);
  }

  /** A turn of a loop: lets go of what is pending, so that an endless loop does not keep its trace to itself. */
  tick(): void {
    this.#ticks += 1;
    if (this.#ticks % TICKS === 0) this.trace.flushIfDue();
  }
}

/** Starts a run, and makes it the current one. `module` is what a program imports as `"ffi"`. */
export function startRuntime(host: Host, module: object = {}): ProgramRuntime {
  const runtime = new ProgramRuntime(host, module);
  makeCurrent(runtime);
  return runtime;
}
