import { requireFunction } from "./disposable-stack.ts";
import { Scoped, scopeSite, tellScope } from "./scope.ts";
import { suppressAll } from "./suppressed-error.ts";

type Release = () => unknown;

/**
 * `AsyncDisposableStack`, for every engine alike, as `DisposableStackObject` is `DisposableStack`. What is on the stack
 * is released in reverse order, each after the one before has been waited for; every release is attempted.
 */
export class AsyncDisposableStackObject extends Scoped implements AsyncDisposableStack {
  #releases: Release[] | null = [];

  get disposed(): boolean {
    return this.#releases === null;
  }

  get [Symbol.toStringTag](): string {
    return "AsyncDisposableStack";
  }

  use<T extends AsyncDisposable | Disposable | null | undefined>(value: T): T {
    const releases = this.#open();
    if (value === null || value === undefined) return value;
    const { [Symbol.asyncDispose]: later, [Symbol.dispose]: now } = value as Partial<AsyncDisposable & Disposable>;
    const release = later ?? now;
    if (typeof release !== "function") throw new TypeError("use(value) takes a disposable, null or undefined");
    releases.push(() => {
      tellScope(scopeSite(this), value);
      const done: unknown = release.call(value);
      // What a synchronous disposer returns is nobody's to wait for.
      return later ? done : undefined;
    });
    return value;
  }

  adopt<T>(value: T, onDisposeAsync: (value: T) => PromiseLike<void> | void): T {
    requireFunction("adopt(value, onDisposeAsync)", onDisposeAsync);
    this.#open().push(() => onDisposeAsync(value));
    return value;
  }

  defer(onDisposeAsync: () => PromiseLike<void> | void): void {
    requireFunction("defer(onDisposeAsync)", onDisposeAsync);
    this.#open().push(onDisposeAsync);
  }

  move(): AsyncDisposableStack {
    const moved = new AsyncDisposableStackObject();
    moved.#releases = this.#open();
    this.#releases = null;
    return moved;
  }

  /** Releases everything before the end of the scope: where this was called. */
  disposeAsync(): Promise<void> {
    tellScope(0, this);
    return this.#dispose();
  }

  async #dispose(): Promise<void> {
    const releases = this.#releases;
    if (!releases) return;
    this.#releases = null;
    const errors: unknown[] = [];
    for (const release of releases.reverse()) {
      try {
        await release();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw suppressAll(errors);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#dispose();
  }

  #open(): Release[] {
    if (!this.#releases) throw new ReferenceError("the AsyncDisposableStack has been disposed of, or moved");
    return this.#releases;
  }
}
