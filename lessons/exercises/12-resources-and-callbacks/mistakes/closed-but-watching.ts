// Says: A watch that ends closes its callback, and C still has it: the next value calls a function that is not there any more.
// Check: noFaults
// Fault: FFI013
import { dlopen, owned, PointerView, type Pointer } from "ffi";

const library = dlopen("monitors", {
  open_monitor: {
    parameters: ["pointer"],
    result: owned("pointer", "close_monitor"),
  },
  close_monitor: { parameters: ["pointer"], result: "void" },
  watch_monitor: {
    parameters: ["pointer", "function", "pointer"],
    result: "i32",
  },
  unwatch_monitor: { parameters: ["pointer", "i32"], result: "i32" },
  feed_monitor: { parameters: ["pointer", "f64"], result: "i32" },
  describe_monitor: {
    parameters: ["pointer"],
    result: owned("pointer", "free_description"),
  },
  free_description: { parameters: ["pointer"], result: "void" },
});
const { open_monitor, watch_monitor, feed_monitor, describe_monitor } =
  library.symbols;

const WATCHER = {
  parameters: ["pointer", "f64", "pointer"],
  result: "void",
} as const;

class NamedError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

export class Monitor implements Disposable {
  /** Null when the monitor is closed. */
  #handle: ReturnType<typeof open_monitor>;
  /** The callbacks that C has, by their watches' numbers. */
  readonly #callbacks = new Map<number, Disposable>();
  /** What listeners have thrown during the innermost feed. */
  #thrown: unknown[] = [];

  constructor(name: string) {
    using text = library.cstring(name);
    this.#handle = open_monitor(text.pointer);
    if (this.#handle === null) throw outOfMemory();
  }

  get #pointer(): Pointer {
    if (this.#handle === null) {
      throw new NamedError("ClosedError", "the monitor is closed");
    }
    return this.#handle.pointer;
  }

  /** Calls the listener with each value, until it is disposed of. */
  watch(listener: (value: number) => void): Disposable {
    const pointer = this.#pointer;
    const callback = library.callback(WATCHER, (_monitor, value) => {
      // C is calling: an exception cannot pass through it.
      try {
        listener(value);
      } catch (error) {
        this.#thrown.push(error);
      }
    });
    const id = watch_monitor(pointer, callback.pointer, null);
    if (id < 0) {
      callback[Symbol.dispose]();
      throw new NamedError("TooManyWatchersError", "there is no room");
    }
    this.#callbacks.set(id, callback);
    return { [Symbol.dispose]: () => this.#unwatch(id) };
  }

  /** Does nothing for a watch that has ended, with its monitor or before. */
  #unwatch(id: number): void {
    const callback = this.#callbacks.get(id);
    if (!callback) return;
    this.#callbacks.delete(id);
    callback[Symbol.dispose]();
  }

  /** Tells all listeners of a value. Gives how many were called. */
  feed(value: number): number {
    const pointer = this.#pointer;
    // A listener may feed, too: each feed has a list of its own.
    const outer = this.#thrown;
    const thrown: unknown[] = (this.#thrown = []);
    const called = feed_monitor(pointer, value);
    this.#thrown = outer;
    if (thrown.length > 0) throw thrown[0];
    return called;
  }

  /** As in "door: 3 values, 1 watcher". */
  describe(): string {
    using text = describe_monitor(this.#pointer);
    if (text === null) throw outOfMemory();
    return new PointerView(text.pointer).getCString();
  }

  /** Closes the monitor, and ends its watches. */
  [Symbol.dispose](): void {
    const handle = this.#handle;
    if (handle === null) return;
    this.#handle = null;
    // C has no watcher of this monitor any more after that.
    handle[Symbol.dispose]();
    for (const callback of this.#callbacks.values()) {
      callback[Symbol.dispose]();
    }
    this.#callbacks.clear();
  }
}

const outOfMemory = (): Error =>
  new NamedError("OutOfMemoryError", "C has no memory left");
