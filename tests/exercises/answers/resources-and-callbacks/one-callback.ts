// One callback for a monitor, whose user data says which listener is meant; a DisposableStack has the monitor's ends.
import { dlopen, offset, owned, PointerView, type Pointer } from "ffi";

const library = dlopen("monitors", {
  open_monitor: { parameters: ["pointer"], result: owned("pointer", "close_monitor") },
  close_monitor: { parameters: ["pointer"], result: "void" },
  watch_monitor: { parameters: ["pointer", "function", "pointer"], result: "i32" },
  unwatch_monitor: { parameters: ["pointer", "i32"], result: "i32" },
  feed_monitor: { parameters: ["pointer", "f64"], result: "i32" },
  describe_monitor: { parameters: ["pointer"], result: owned("pointer", "free_description") },
  free_description: { parameters: ["pointer"], result: "void" },
});
const c = library.symbols;

class OutOfMemoryError extends Error {
  override name = "OutOfMemoryError";
}
class ClosedError extends Error {
  override name = "ClosedError";
}
class TooManyWatchersError extends Error {
  override name = "TooManyWatchersError";
}

type Listener = (value: number) => void;
interface Watch {
  readonly listener: Listener;
  id: number;
}

export class Monitor {
  readonly #ends = new DisposableStack();
  readonly #pointer: Pointer;
  /** A place for each watch: its number is what C gives back. */
  readonly #places: (Watch | null)[] = Array.from({ length: 9 }, () => null);
  readonly #memory: Pointer;
  readonly #callback;
  #failures: { error: unknown }[] = [];

  constructor(name: string) {
    using ends = new DisposableStack();
    const memory = ends.use(library.alloc(this.#places.length));
    this.#memory = memory.pointer;
    const bytes = new PointerView(memory.pointer);
    this.#places.forEach((_place, i) => bytes.setUint8(i, i));
    this.#callback = ends.use(
      library.callback({ parameters: ["pointer", "f64", "pointer"], result: "void" }, (_monitor, value, data) => {
        try {
          if (data) this.#places[new PointerView(data).getUint8()]?.listener(value);
        } catch (error) {
          this.#failures.push({ error });
        }
      }),
    );
    const text = library.cstring(name);
    try {
      const handle = c.open_monitor(text.pointer);
      if (!handle) throw new OutOfMemoryError("no memory");
      ends.use(handle);
      this.#pointer = handle.pointer;
    } finally {
      text[Symbol.dispose]();
    }
    // What was disposed of last was made first: C lets go of the memory and the callback before they end.
    this.#ends = ends.move();
  }

  #check(): void {
    if (this.#ends.disposed) throw new ClosedError("closed");
  }

  watch(listener: Listener): Disposable {
    this.#check();
    const at = this.#places.indexOf(null);
    const watch: Watch = { listener, id: -1 };
    watch.id = c.watch_monitor(this.#pointer, this.#callback.pointer, offset(this.#memory, at));
    if (watch.id < 0) throw new TooManyWatchersError("no room");
    this.#places[at] = watch;
    return {
      [Symbol.dispose]: () => {
        if (this.#ends.disposed || this.#places[at] !== watch) return;
        c.unwatch_monitor(this.#pointer, watch.id);
        this.#places[at] = null;
      },
    };
  }

  feed(value: number): number {
    this.#check();
    const before = this.#failures.length;
    const called = c.feed_monitor(this.#pointer, value);
    const [first] = this.#failures.splice(before);
    if (first) throw first.error;
    return called;
  }

  describe(): string {
    this.#check();
    const text = c.describe_monitor(this.#pointer);
    if (!text) throw new OutOfMemoryError("no memory");
    const described = new PointerView(text.pointer).getCString();
    text[Symbol.dispose]();
    return described;
  }

  [Symbol.dispose](): void {
    this.#ends.dispose();
  }
}
