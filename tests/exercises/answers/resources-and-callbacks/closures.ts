// An object of closures, pointers without an owner, try and finally; each watch ends itself before its monitor is closed.
import { dlopen, PointerView, type Pointer } from "ffi";

const { symbols: c, ...library } = (() => {
  const opened = dlopen("monitors", {
    open_monitor: { parameters: ["pointer"], result: "pointer" },
    close_monitor: { parameters: ["pointer"], result: "void" },
    watch_monitor: { parameters: ["pointer", "function", "pointer"], result: "i32" },
    unwatch_monitor: { parameters: ["pointer", "i32"], result: "i32" },
    feed_monitor: { parameters: ["pointer", "f64"], result: "i32" },
    describe_monitor: { parameters: ["pointer"], result: "pointer" },
    free_description: { parameters: ["pointer"], result: "void" },
  });
  const definition = { parameters: ["pointer", "f64", "pointer"], result: "void" } as const;
  return {
    symbols: opened.symbols,
    cstring: (text: string) => opened.cstring(text),
    watcher: (call: (value: number) => void) => opened.callback(definition, (_monitor, value) => call(value)),
  };
})();

const fail = (name: string): never => {
  throw Object.assign(new Error(name), { name });
};

export class Monitor {
  declare watch: (listener: (value: number) => void) => Disposable;
  declare feed: (value: number) => number;
  declare describe: () => string;
  declare [Symbol.dispose]: () => void;

  constructor(name: string) {
    const copy = library.cstring(name);
    let handle: Pointer | null;
    try {
      handle = c.open_monitor(copy.pointer) ?? fail("OutOfMemoryError");
    } finally {
      copy[Symbol.dispose]();
    }
    const open = (): Pointer => handle ?? fail("ClosedError");
    const ends = new Set<() => void>();
    const feeds: unknown[][] = [];

    this.watch = (listener) => {
      const monitor = open();
      const callback = library.watcher((value) => {
        try {
          listener(value);
        } catch (error) {
          feeds.at(-1)?.push(error);
        }
      });
      const id = c.watch_monitor(monitor, callback.pointer, null);
      const close = (): void => callback[Symbol.dispose]();
      if (id < 0) {
        close();
        fail("TooManyWatchersError");
      }
      const end = (): void => {
        if (!ends.delete(end)) return;
        c.unwatch_monitor(monitor, id);
        close();
      };
      ends.add(end);
      return { [Symbol.dispose]: end };
    };

    this.feed = (value) => {
      const monitor = open();
      feeds.push([]);
      let called = 0;
      let thrown: unknown[] = [];
      try {
        called = c.feed_monitor(monitor, value);
      } finally {
        thrown = feeds.pop()!;
      }
      if (thrown.length) throw thrown[0];
      return called;
    };

    this.describe = () => {
      const text = c.describe_monitor(open());
      try {
        return text ? new PointerView(text).getCString() : fail("OutOfMemoryError");
      } finally {
        c.free_description(text);
      }
    };

    this[Symbol.dispose] = () => {
      if (!handle) return;
      for (const end of [...ends]) end();
      c.close_monitor(handle);
      handle = null;
    };
  }
}
