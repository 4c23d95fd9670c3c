// The component goes away, and its handler stays registered.
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

using handler = events.callback(definition, (type) => {
  console.log("the component hears of event", type);
});

function mount(): () => void {
  const id = register_event_handler(handler.pointer, null); // FFI020
  return () => unregister_event_handler(id);
}

// What mount returns would end it, and nobody keeps it.
mount();
trigger_event_sized(1, null, 0);
