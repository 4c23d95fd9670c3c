import { openReleases, releaseAll, requireFunction, tellEnd, type Release } from "./releases.ts";
import { Scoped, tellScope } from "./scope.ts";

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
    if (value === null || value === undefined) {
      // Nothing is released, and waited for all the same: so the language has it.
      releases.push(() => undefined);
      return value;
    }
    const { [Symbol.asyncDispose]: later, [Symbol.dispose]: now } = value as Partial<AsyncDisposable & Disposable>;
    const release = later ?? now;
    if (typeof release !== "function") throw new TypeError("use(value) takes a disposable, null or undefined");
    releases.push((by) => {
      tellEnd(by, value);
      const done: unknown = release.call(value);
      // What a synchronous disposer returns is not waited for.
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
    this.#open().push(() => onDisposeAsync());
  }

  move(): AsyncDisposableStack {
    const moved = new AsyncDisposableStackObject();
    moved.#releases = this.#open();
    this.#releases = null;
    return moved;
  }

  /** Releases everything before the end of the scope: where this was called. */
  async disposeAsync(): Promise<void> {
    tellScope(0, this);
    await this.#dispose();
  }

  async #dispose(): Promise<void> {
    const releases = this.#releases;
    if (!releases) return;
    this.#releases = null;
    const steps = releaseAll(releases, this);
    for (let step = steps.next(); !step.done;) {
      const failed = await failureOf(step.value);
      step = failed === null ? steps.next() : steps.throw(failed.reason);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#dispose();
  }

  #open(): Release[] {
    return openReleases(this.#releases, "AsyncDisposableStack");
  }
}

/** Waits for it; null when nothing went wrong. */
async function failureOf(done: unknown): Promise<{ readonly reason: unknown } | null> {
  try {
    await done;
    return null;
  } catch (reason) {
    return { reason };
  }
}
