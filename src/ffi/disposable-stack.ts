import { Scoped, scopeSite, tellScope } from "./scope.ts";
import { suppressAll } from "./suppressed-error.ts";

type Release = () => unknown;

/**
 * `DisposableStack`, for every engine alike: some have none yet, and an engine's own would not say at which line of the
 * program its scope ends. What is on the stack is released in reverse order; every release is attempted.
 */
export class DisposableStackObject extends Scoped implements DisposableStack {
  #releases: Release[] | null = [];

  get disposed(): boolean {
    return this.#releases === null;
  }

  get [Symbol.toStringTag](): string {
    return "DisposableStack";
  }

  use<T extends Disposable | null | undefined>(value: T): T {
    const releases = this.#open();
    if (value !== null && value !== undefined) {
      if (typeof value[Symbol.dispose] !== "function")
        throw new TypeError("use(value) takes a disposable, null or undefined");
      releases.push(() => {
        tellScope(scopeSite(this), value);
        value[Symbol.dispose]();
      });
    }
    return value;
  }

  adopt<T>(value: T, onDispose: (value: T) => void): T {
    requireFunction("adopt(value, onDispose)", onDispose);
    this.#open().push(() => onDispose(value));
    return value;
  }

  defer(onDispose: () => void): void {
    requireFunction("defer(onDispose)", onDispose);
    this.#open().push(onDispose);
  }

  move(): DisposableStack {
    const moved = new DisposableStackObject();
    moved.#releases = this.#open();
    this.#releases = null;
    return moved;
  }

  /** Releases everything before the end of the scope: where this was called. */
  dispose(): void {
    tellScope(0, this);
    this.#dispose();
  }

  #dispose(): void {
    const releases = this.#releases;
    if (!releases) return;
    this.#releases = null;
    const errors: unknown[] = [];
    for (const release of releases.reverse()) {
      try {
        release();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw suppressAll(errors);
  }

  [Symbol.dispose](): void {
    this.#dispose();
  }

  #open(): Release[] {
    if (!this.#releases) throw new ReferenceError("the DisposableStack has been disposed of, or moved");
    return this.#releases;
  }
}

export function requireFunction(what: string, value: unknown): void {
  if (typeof value !== "function") throw new TypeError(`${what} takes a function, got ${typeof value}`);
}
