import { dlopen, PointerView } from "ffi";

using events = dlopen("events", {
  register_event_handler: {
    parameters: ["function", "pointer"],
    result: "i32",
  },
  unregister_event_handler: { parameters: ["i32"], result: "void" },
  trigger_event: { parameters: ["i32", "buffer"], result: "void" },
  trigger_event_sized: {
    parameters: ["i32", "buffer", "usize"],
    result: "void",
  },
});
const {
  register_event_handler,
  unregister_event_handler,
  trigger_event,
  trigger_event_sized,
} = events.symbols;

// What C calls: the type, where the data begins, how long it is, and
// the context that was registered with it. Nobody has one here.
using handler = events.callback(
  {
    parameters: ["i32", "pointer", "usize", "pointer"],
    result: "void",
  },
  (type, data, length) => {
    if (data === null) {
      console.log(`event ${type}: no data`);
      return;
    }
    const bytes = new PointerView(data).getArray("u8", length);
    const text = new TextDecoder().decode(bytes);
    console.log(`event ${type}: ${length} bytes:`, text);
  },
);
const id = register_event_handler(handler.pointer, null);

const hello = new TextEncoder().encode("hello");
trigger_event_sized(1, hello, hello.length);
trigger_event_sized(2, null, 0);

// Nobody says how long this is. It happens to be 64 bytes.
const line = new TextEncoder().encode("=".repeat(64));
trigger_event(3, line);

unregister_event_handler(id);
trigger_event_sized(4, hello, hello.length); // nobody listens
