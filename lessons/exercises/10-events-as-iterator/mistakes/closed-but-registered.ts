// Says: The callback is closed while C still has the handler: the next event calls a function that is not there any more.
// Check: noFaults
// Fault: FFI013
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
const { register_event_handler, trigger_event_sized } = library.symbols;

const HANDLER = {
  parameters: ["i32", "pointer", "usize", "pointer"],
  result: "void",
} as const;

export interface LibraryEvent {
  readonly type: number;
  readonly data: Uint8Array;
}

class NamedError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** Triggers an event, with C's trigger_event_sized. */
export function trigger(type: number, data: Uint8Array): void {
  trigger_event_sized(type, data, data.length);
}

/** Hears of every event from this call on. */
export function events(
  limit: number,
): AsyncIterableIterator<LibraryEvent> {
  return new EventIterator(limit);
}

type Result = IteratorResult<LibraryEvent, undefined>;
const DONE: Result = { done: true, value: undefined };

class EventIterator implements AsyncIterableIterator<LibraryEvent> {
  readonly #limit: number;
  readonly #callback;
  readonly #id: number;
  /** Events that wait for a next(). */
  #kept: LibraryEvent[] = [];
  /** What settles each next() that waits for an event. */
  #waiting: ((result: Result) => void)[] = [];
  #ended = false;
  #overflow: Error | null = null;

  constructor(limit: number) {
    this.#limit = limit;
    this.#callback = library.callback(HANDLER, (type, data, length) => {
      // A copy, and now: the data is C's, and gone after the call.
      const bytes = new Uint8Array(length);
      if (data !== null) new PointerView(data).copyInto(bytes);
      this.#receive({ type, data: bytes });
    });
    this.#id = register_event_handler(this.#callback.pointer, null);
    if (this.#id < 0) {
      this.#callback[Symbol.dispose]();
      throw new NamedError("RegistrationError", "C has no more room");
    }
  }

  /** C is calling: nothing may be thrown here. */
  #receive(event: LibraryEvent): void {
    const settle = this.#waiting.shift();
    if (settle) settle({ done: false, value: event });
    else if (this.#kept.length < this.#limit) this.#kept.push(event);
    else {
      this.#overflow = new NamedError(
        "OverflowError",
        `more than ${this.#limit} events wait`,
      );
      this.#end();
    }
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#callback[Symbol.dispose]();
    for (const settle of this.#waiting.splice(0)) settle(DONE);
  }

  async next(): Promise<Result> {
    const value = this.#kept.shift();
    if (value) return { done: false, value };
    const overflow = this.#overflow;
    this.#overflow = null;
    if (overflow) throw overflow;
    if (this.#ended) return DONE;
    return new Promise((settle) => this.#waiting.push(settle));
  }

  async return(): Promise<Result> {
    this.#end();
    this.#kept = [];
    this.#overflow = null;
    return DONE;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
