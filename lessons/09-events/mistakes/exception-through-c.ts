// The handler throws, and C is in between.
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

using handler = events.callback(definition, (_type, data, length) => {
  if (data === null) return;
  const bytes = new PointerView(data).getArray("u8", length);
  const order = JSON.parse(new TextDecoder().decode(bytes)); // FFI015
  console.log("ordered:", order.item);
});
const id = register_event_handler(handler.pointer, null);
const half = new TextEncoder().encode('{ "item": "te');
try {
  trigger_event_sized(1, half, half.length);
} catch (error) {
  console.log((error as Error).name);
}
unregister_event_handler(id);
