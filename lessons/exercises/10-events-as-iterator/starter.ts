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

/** Triggers an event, with C's trigger_event_sized. */
export function trigger(type: number, data: Uint8Array): void {
  trigger_event_sized(type, data, data.length);
}

/** Hears of every event from this call on. */
export async function* events(
  limit: number,
): AsyncIterableIterator<LibraryEvent> {
  const kept: LibraryEvent[] = [];
  let wake = (): void => {};
  using handler = library.callback(HANDLER, (type, data, length) => {
    if (kept.length === limit) throw new Error("too many events");
    const bytes =
      data === null
        ? new Uint8Array(0)
        : new PointerView(data).getArray("u8", length);
    kept.push({ type, data: bytes });
    wake();
  });
  const id = register_event_handler(handler.pointer, null);
  for (;;) {
    const event = kept.shift();
    if (event) yield event;
    else await new Promise<void>((resolve) => (wake = resolve));
  }
  unregister_event_handler(id);
}
