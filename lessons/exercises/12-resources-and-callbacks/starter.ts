import { dlopen, owned, PointerView } from "ffi";

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
const {
  open_monitor,
  watch_monitor,
  unwatch_monitor,
  feed_monitor,
  describe_monitor,
} = library.symbols;

const WATCHER = {
  parameters: ["pointer", "f64", "pointer"],
  result: "void",
} as const;

export class Monitor implements Disposable {
  readonly #handle;

  constructor(name: string) {
    using text = library.cstring(name);
    this.#handle = open_monitor(text.pointer)!;
  }

  /** Calls the listener with each value, until it is disposed of. */
  watch(listener: (value: number) => void): Disposable {
    const callback = library.callback(WATCHER, (_monitor, value) => {
      listener(value);
    });
    const { pointer } = this.#handle;
    const id = watch_monitor(pointer, callback.pointer, null);
    return {
      [Symbol.dispose]: () => {
        unwatch_monitor(pointer, id);
        callback[Symbol.dispose]();
      },
    };
  }

  /** Tells all listeners of a value. Gives how many were called. */
  feed(value: number): number {
    return feed_monitor(this.#handle.pointer, value);
  }

  /** As in "door: 3 values, 1 watcher". */
  describe(): string {
    using text = describe_monitor(this.#handle.pointer);
    return new PointerView(text!.pointer).getCString();
  }

  /** Closes the monitor, and ends its watches. */
  [Symbol.dispose](): void {
    this.#handle[Symbol.dispose]();
  }
}
