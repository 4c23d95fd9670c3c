// The data is 5 bytes long, and nobody says so.
import { dlopen, PointerView } from "ffi";

using events = dlopen("events", {
  register_event_handler: {
    parameters: ["function", "pointer"],
    result: "i32",
  },
  unregister_event_handler: { parameters: ["i32"], result: "void" },
  trigger_event: { parameters: ["i32", "buffer"], result: "void" },
});
const {
  register_event_handler,
  unregister_event_handler,
  trigger_event,
} = events.symbols;
const definition = {
  parameters: ["i32", "pointer", "usize", "pointer"],
  result: "void",
} as const;

using handler = events.callback(definition, (type, data, length) => {
  if (data === null) return;
  const bytes = new PointerView(data).getArray("u8", length);
  const text = new TextDecoder().decode(bytes.subarray(0, 5));
  console.log(`event ${type}: ${length} bytes:`, text);
});
const id = register_event_handler(handler.pointer, null);
const hello = new TextEncoder().encode("hello");
trigger_event(1, hello); // FFI005 in trigger_event_sized
unregister_event_handler(id);
