// The handler keeps a view of the data, which is gone after the event.
import { dlopen, PointerView } from "ffi";

using events = dlopen("events", {
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
} = events.symbols;
const definition = {
  parameters: ["i32", "pointer", "usize", "pointer"],
  result: "void",
} as const;

let last: Uint8Array | null = null;
using handler = events.callback(definition, (_type, data, length) => {
  last = data && new PointerView(data).getArray("u8", length);
});
const id = register_event_handler(handler.pointer, null);
const hello = new TextEncoder().encode("hello");
trigger_event_sized(1, hello, hello.length);
console.log("last:", new TextDecoder().decode(last!)); // FFI004
unregister_event_handler(id);
