import { dlopen, PointerView, type Pointer } from "ffi";
using lib = dlopen("events", {
  register_event_handler: { parameters: ["function", "pointer"], result: "i32" },
  unregister_event_handler: { parameters: ["i32"], result: "void" },
  trigger_event: { parameters: ["i32", "buffer"], result: "void" },
  trigger_event_sized: { parameters: ["i32", "buffer", "usize"], result: "void" },
});
const { register_event_handler, unregister_event_handler, trigger_event, trigger_event_sized } = lib.symbols;
const definition = { parameters: ["i32", "pointer", "usize", "pointer"], result: "void" } as const;
using handler = lib.callback(definition, () => {});
const first = register_event_handler(handler.pointer, null);
const second = register_event_handler(handler.pointer, null);
trigger_event_sized(1, new Uint8Array(4), 4);
unregister_event_handler(first);
unregister_event_handler(second);
