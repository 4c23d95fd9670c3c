import { dlopen, PointerView } from "ffi";

const library = dlopen("events", {
  register_event_handler: {
    parameters: ["function", "pointer"],
    result: "i32",
  },
  unregister_event_handler: { parameters: ["i32"], result: "void" },
  trigger_event_sized: {
    parameters: ["i32", "pointer", "usize"],
    result: "void",
  },
});
const { register_event_handler, unregister_event_handler, trigger_event_sized } = library.symbols;

const HANDLER = {
  parameters: ["i32", "pointer", "usize", "pointer"],
  result: "void",
} as const;

export interface LibraryEvent {
  readonly type: number;
  readonly data: Uint8Array;
}

type Result = IteratorResult<LibraryEvent, undefined>;
type Context = ReturnType<typeof library.alloc>;

// One callback for all iterators, made for the first and closed with the last. What tells them apart is a number in
// memory of their own, which C hands back.
class Reader {
  static #readers = new Map<number, Reader>();
  static #lastKey = 0;
  static #handler: { readonly pointer: Parameters<typeof register_event_handler>[0]; [Symbol.dispose](): void } | null =
    null;

  static #called(context: ConstructorParameters<typeof PointerView>[0] | null, event: LibraryEvent): void {
    const reader = context && Reader.#readers.get(new PointerView(context).getUint32());
    if (reader) reader.#came(event);
  }

  #key = ++Reader.#lastKey;
  #context: Context = library.alloc(4);
  #id: number;
  #kept: LibraryEvent[] = [];
  #wake: (() => void)[] = [];
  #state: "open" | "overflow" | "ended" = "open";

  constructor(readonly limit: number) {
    new PointerView(this.#context.pointer).setUint32(0, this.#key);
    Reader.#handler ??= library.callback(HANDLER, (type, data, length, context) => {
      const bytes = [];
      for (let i = 0; i < length; i += 1) bytes.push(new PointerView(data!).getUint8(i));
      Reader.#called(context, { type, data: Uint8Array.from(bytes) });
    });
    Reader.#readers.set(this.#key, this);
    this.#id = register_event_handler(Reader.#handler.pointer, this.#context.pointer);
    if (this.#id < 0) {
      this.#release();
      throw Object.assign(new Error("no room"), { name: "RegistrationError" });
    }
  }

  #release(): void {
    this.#context[Symbol.dispose]();
    Reader.#readers.delete(this.#key);
    if (Reader.#readers.size > 0) return;
    Reader.#handler?.[Symbol.dispose]();
    Reader.#handler = null;
  }

  #came(event: LibraryEvent): void {
    if (this.#wake.length === 0 && this.#kept.length === this.limit) return this.#stop("overflow");
    this.#kept.push(event);
    this.#wake.shift()?.();
  }

  #stop(state: "overflow" | "ended"): void {
    const isFirst = this.#state === "open";
    this.#state = state;
    if (!isFirst) return;
    unregister_event_handler(this.#id);
    this.#release();
    for (const wake of this.#wake.splice(0)) wake();
  }

  next(): Promise<Result> {
    return new Promise((resolve, reject) => {
      const take = (): void => {
        const value = this.#kept.shift();
        if (value) return resolve({ done: false, value });
        if (this.#state === "ended") return resolve({ done: true, value: undefined });
        this.#state = "ended";
        reject(Object.assign(new Error("too slow"), { name: "OverflowError" }));
      };
      if (this.#kept.length > 0 || this.#state !== "open") take();
      else this.#wake.push(take);
    });
  }

  return(): Promise<Result> {
    this.#kept = [];
    this.#stop("ended");
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

export const events = (limit: number): AsyncIterableIterator<LibraryEvent> => new Reader(limit);

export function trigger(type: number, data: Uint8Array): void {
  const copy = library.alloc(data.length);
  try {
    new PointerView(copy.pointer).getArray("u8", data.length).set(data);
    trigger_event_sized(type, copy.pointer, data.length);
  } finally {
    copy[Symbol.dispose]();
  }
}
