// The context is released, and C still has its address.
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

const names = new Map([[7, "the logger"]]);
using handler = events.callback(
  definition,
  (type, _data, _length, context) => {
    if (context === null) return;
    const key = new PointerView(context).getUint32(); // FFI004
    console.log(`event ${type} for`, names.get(key));
  },
);

function listen(key: number): number {
  using context = events.alloc(4);
  new PointerView(context.pointer).setUint32(0, key);
  return register_event_handler(handler.pointer, context.pointer);
}

const id = listen(7);
trigger_event_sized(1, null, 0);
unregister_event_handler(id);
