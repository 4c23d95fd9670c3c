// Says: The body of an async generator begins at the first next(): the handler is registered that late, and what came before it is lost.
// Check: Events that were triggered before next() come out in order
// Part: nothing can settle
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
const {
  register_event_handler,
  unregister_event_handler,
  trigger_event_sized,
} = library.symbols;

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
export async function* events(
  limit: number,
): AsyncIterableIterator<LibraryEvent> {
  const kept: LibraryEvent[] = [];
  let overflow = false;
  let wake = (): void => {};
  using handler = library.callback(HANDLER, (type, data, length) => {
    const bytes = new Uint8Array(length);
    if (data !== null) new PointerView(data).copyInto(bytes);
    if (kept.length < limit) kept.push({ type, data: bytes });
    else overflow = true;
    wake();
  });
  const id = register_event_handler(handler.pointer, null);
  if (id < 0) {
    throw new NamedError("RegistrationError", "C has no more room");
  }
  try {
    for (;;) {
      const event = kept.shift();
      if (event) yield event;
      else if (overflow) {
        throw new NamedError("OverflowError", "too many events");
      } else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    unregister_event_handler(id);
  }
}
