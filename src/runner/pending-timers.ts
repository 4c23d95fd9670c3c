type Handle = ReturnType<typeof setTimeout>;

/**
 * Counts the program's timers, so that its end is the end of all it started: a program that releases memory in a
 * timer has not leaked it.
 */
export class PendingTimers {
  /** Bound: a browser's timer functions refuse any other `this`. */
  readonly #setTimeout = globalThis.setTimeout.bind(globalThis);
  readonly #pending = new Set<Handle>();
  #idle: (() => void) | null = null;
  #fail: (error: unknown) => void = () => {};

  /** Replaces the global timer functions. `fail` is told what a timer's task throws. */
  install(scope: typeof globalThis, fail: (error: unknown) => void): void {
    this.#fail = fail;
    const { clearTimeout, setInterval, clearInterval } = scope;
    const original = this.#setTimeout;
    const replaced: Record<string, unknown> = {
      setTimeout: (task: (...args: unknown[]) => void, delay?: number, ...args: unknown[]) => {
        const handle = original(() => {
          this.#attempt(task, args);
          this.#done(handle);
        }, delay);
        this.#pending.add(handle);
        return handle;
      },
      setInterval: (task: (...args: unknown[]) => void, delay?: number, ...args: unknown[]) => {
        const handle = setInterval(() => this.#attempt(task, args), delay);
        this.#pending.add(handle);
        return handle;
      },
      clearTimeout: (handle: Handle) => {
        clearTimeout(handle);
        this.#done(handle);
      },
      clearInterval: (handle: Handle) => {
        clearInterval(handle);
        this.#done(handle);
      },
    };
    Object.assign(scope, replaced);
  }

  #attempt(task: (...args: unknown[]) => void, args: unknown[]): void {
    try {
      task(...args);
    } catch (error) {
      this.#fail(error);
    }
  }

  #done(handle: Handle): void {
    this.#pending.delete(handle);
    if (this.#pending.size === 0) this.#idle?.();
  }

  /** Resolves when no timer is left and what they resolved has run. */
  async settled(): Promise<void> {
    do {
      await new Promise<void>((resolve) => {
        if (this.#pending.size === 0) resolve();
        else this.#idle = resolve;
      });
      await new Promise<void>((resolve) => this.#setTimeout(resolve, 0));
    } while (this.#pending.size > 0);
  }
}
