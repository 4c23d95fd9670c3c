import { dlopen, PointerView, type Pointer } from "ffi";

type Listener = (type: number, data: Uint8Array) => void;

/** Ends when it is disposed of; twice does no more than once. */
interface Subscription extends Disposable {
  readonly active: boolean;
}

/**
 * The events library with ordinary listeners. C has one function of
 * ours, however many listeners there are; what it says about each is
 * a number in C's memory, the context.
 */
class Events implements Disposable {
  readonly #library = dlopen("events", {
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
  readonly #listeners = new Map<number, Listener>();
  readonly #subscriptions = new Set<Subscription>();
  #lastKey = 0;
  /** What listeners have thrown during the event of now. */
  #thrown: unknown[] = [];

  readonly #callback = this.#library.callback(
    {
      parameters: ["i32", "pointer", "usize", "pointer"],
      result: "void",
    },
    (type, data, length, context) =>
      this.#receive(type, data, length, context),
  );

  /** C is calling. Nothing may leave this function but its result. */
  #receive(
    type: number,
    data: Pointer | null,
    length: number,
    context: Pointer | null,
  ): void {
    try {
      if (context === null) return;
      const key = new PointerView(context).getUint32();
      // A copy: the data is C's, and gone after the event.
      const bytes = new Uint8Array(length);
      if (data !== null) new PointerView(data).copyInto(bytes);
      this.#listeners.get(key)?.(type, bytes);
    } catch (error) {
      this.#thrown.push(error);
    }
  }

  /** Throws when the library has no place for another listener. */
  listen(listener: Listener): Subscription {
    const key = ++this.#lastKey;
    const context = this.#library.alloc(4);
    new PointerView(context.pointer).setUint32(0, key);
    const id = this.#library.symbols.register_event_handler(
      this.#callback.pointer,
      context.pointer,
    );
    if (id < 0) {
      context[Symbol.dispose]();
      throw new Error("too many listeners");
    }
    this.#listeners.set(key, listener);

    const subscription = {
      active: true,
      [Symbol.dispose]: () => {
        if (!subscription.active) return;
        subscription.active = false;
        // First C forgets the context, then it goes.
        this.#library.symbols.unregister_event_handler(id);
        context[Symbol.dispose]();
        this.#listeners.delete(key);
        this.#subscriptions.delete(subscription);
      },
    };
    this.#subscriptions.add(subscription);
    return subscription;
  }

  /** Throws what listeners threw, after all of them were called. */
  trigger(type: number, data: Uint8Array): void {
    // A listener may trigger an event too: each has a list of its own.
    const outer = this.#thrown;
    const thrown: unknown[] = (this.#thrown = []);
    this.#library.symbols.trigger_event_sized(type, data, data.length);
    this.#thrown = outer;
    if (thrown.length > 0)
      throw new AggregateError(
        thrown,
        `${thrown.length} listeners threw`,
      );
  }

  /** Ends what is still active, and the callback after that. */
  [Symbol.dispose](): void {
    for (const each of this.#subscriptions) each[Symbol.dispose]();
    this.#callback[Symbol.dispose]();
    this.#library.close();
  }
}

// The wrapper ends here. What follows shows what it does.

using events = new Events();
const text = (data: Uint8Array) => new TextDecoder().decode(data);
const bytes = (data: string) => new TextEncoder().encode(data);

const log: Uint8Array[] = [];
const logger = events.listen((_type, data) => log.push(data));
events.listen((type, data) => console.log("event", type, text(data)));
const once = events.listen((type) => {
  console.log("once only, for event", type);
  once[Symbol.dispose]();
});

events.trigger(1, bytes("hello"));
events.trigger(2, new Uint8Array(0));
logger[Symbol.dispose]();
events.trigger(3, bytes("nobody logs this"));
console.log("logged:", log.map(text));

using broken = events.listen(() => {
  throw new Error("this listener is broken");
});
try {
  events.trigger(4, bytes("goodbye"));
} catch (error) {
  const { message, errors } = error as AggregateError;
  console.log(`${message}:`, errors.map(String));
}
console.log("still listening:", broken.active);

const more: Subscription[] = [];
try {
  for (;;) more.push(events.listen(() => {}));
} catch (error) {
  console.log(`${more.length} more, then:`, (error as Error).message);
}
