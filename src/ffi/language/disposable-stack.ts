import { openReleases, releaseAll, requireFunction, tellEnd, type Release } from "./releases.ts";
import { Scoped, tellScope } from "./scope.ts";

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
      const release = value[Symbol.dispose];
      if (typeof release !== "function") throw new TypeError("use(value) takes a disposable, null or undefined");
      releases.push((by) => {
        tellEnd(by, value);
        release.call(value);
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
    this.#open().push(() => onDispose());
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
    const steps = releaseAll(releases, this);
    while (!steps.next().done);
  }

  [Symbol.dispose](): void {
    this.#dispose();
  }

  #open(): Release[] {
    return openReleases(this.#releases, "DisposableStack");
  }
}
