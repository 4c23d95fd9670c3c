import { isScoped, tellScope } from "../../ffi/language/scope.ts";
import { Operation } from "../operations.ts";
import { LOOKED_AT } from "./array-prototypes.ts";
import { ask, position } from "./host.ts";
import { inTurn } from "./turns.ts";

const NOTHING: readonly never[] = [];

/** What the compiled program calls as `__ffi` inside the seal: as `ProgramRuntime` in the open engine. */
export class GuestRuntime {
  readonly module: object;
  /** The task whose call is made, as the host last knew it; -1 when that is not known here. */
  #task = -1;

  constructor(module: object) {
    this.module = module;
  }

  get span(): number {
    return position.span;
  }
  set span(span: number) {
    position.span = span;
  }

  at<T>(span: number, value: T): T {
    position.span = span;
    return value;
  }

  none(span: number): readonly never[] {
    position.span = span;
    return NOTHING;
  }

  disposes(span: number): readonly never[] {
    position.span = span;
    ask(Operation.Disposes);
    return NOTHING;
  }

  begin(): number {
    return (this.#task = ask(Operation.TaskBegin) as number);
  }

  /** With a value it is what an `await` waits for, without one the end of the task. */
  leave(task: number | null, ...value: readonly unknown[]): unknown {
    this.#task = -1;
    ask(Operation.TaskLeave, task ?? 0);
    return value.length === 0 ? undefined : inTurn(task, value[0]);
  }

  waits(task: number | null, value: unknown): unknown {
    this.#task = -1;
    ask(Operation.TaskWait, task ?? 0);
    return inTurn(task, value);
  }

  as<T>(task: number | null, value: T): T {
    if (this.#task !== task) {
      ask(Operation.TaskResume, task ?? 0);
      this.#task = task ?? 0;
    }
    return value;
  }

  asks<T>(task: number | null, value: T): T {
    this.changed(task);
    return value;
  }

  changed(task?: number | null): void {
    if (task) this.#task = task;
    ask(Operation.TaskChange, task ?? 0);
  }

  scope<T>(span: number, value: T): T {
    if (!isScoped(value)) ask(Operation.TaskOpaque);
    tellScope(span, value);
    return value;
  }

  // Each access to C's memory asks the host by itself: only the place has to be known.

  element<T>(span: number, value: T): T {
    position.span = span;
    return value;
  }

  target<T>(span: number, value: T): T {
    position.span = span;
    return value;
  }

  /** The key by which a pattern looks at an array over C's memory. */
  looks(span: number): symbol {
    position.span = span;
    return LOOKED_AT;
  }

  /** A call of an iterator's `next`: it is the program that steps, not a loop. */
  steps(span: number): readonly never[] {
    position.span = span;
    position.steppedAt = span;
    return NOTHING;
  }

  made<T>(value: T): T {
    return value;
  }

  tick(): void {}
}
