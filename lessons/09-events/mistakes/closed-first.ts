// The callback is closed at the end of its scope, before it is unregistered.
import { dlopen } from "ffi";

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

function listen(): number {
  using handler = events.callback(definition, (type) => {
    console.log("event", type);
  });
  return register_event_handler(handler.pointer, null);
}

const id = listen();
trigger_event_sized(1, null, 0); // FFI013 in trigger_event_sized
unregister_event_handler(id);
