import { dlopen, PointerView } from "ffi";

const library = dlopen("events", {
  register_event_handler: {
    parameters: ["function", "pointer"],
    result: "i32",
  },
  unregister_event_handler: { parameters: ["i32"], result: "void" },
  trigger_event_sized: {
    parameters: ["i32", "buffer", "usize"],
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

export const trigger = (type: number, data: Uint8Array): void => trigger_event_sized(type, data, data.length);

const named = (name: string): Error => Object.assign(new Error(name), { name });

export function events(limit: number): AsyncIterableIterator<LibraryEvent> {
  type Deferred = PromiseWithResolvers<IteratorResult<LibraryEvent>>;
  // Whichever side comes first leaves something for the other.
  const settled: (LibraryEvent | Error)[] = [];
  const asked: Deferred[] = [];
  let room = limit;
  let state: "open" | "full" | "ended" = "open";

  const handler = library.callback(HANDLER, (type, data, length) => {
    const view = data && new PointerView(data).getArray("u8", length);
    const event = { type, data: view ? view.slice() : new Uint8Array() };
    const first = asked.shift();
    if (first) return first.resolve({ value: event, done: false });
    if (room === 0) {
      settled.push(named("OverflowError"));
      state = "full";
      return close();
    }
    room -= 1;
    settled.push(event);
  });
  const id = register_event_handler(handler.pointer, null);
  if (id < 0) {
    handler[Symbol.dispose]();
    throw named("RegistrationError");
  }
  function close(): void {
    try {
      unregister_event_handler(id);
    } finally {
      handler[Symbol.dispose]();
    }
  }

  return {
    next() {
      const first = settled.shift();
      if (first instanceof Error) return Promise.reject(first);
      if (first) {
        room += 1;
        return Promise.resolve({ value: first });
      }
      if (state !== "open") return Promise.resolve({ value: undefined, done: true });
      const deferred: Deferred = Promise.withResolvers();
      asked.push(deferred);
      return deferred.promise;
    },
    return() {
      if (state === "open") close();
      state = "ended";
      settled.length = 0;
      for (const { resolve } of asked) resolve({ value: undefined, done: true });
      asked.length = 0;
      return Promise.resolve({ value: undefined, done: true });
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
