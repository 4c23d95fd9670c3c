import { dlopen } from "ffi";
using lib = dlopen("events", {
  register_event_handler: { parameters: ["function", "pointer"], result: "i32" },
  unregister_event_handler: { parameters: ["i32"], result: "void" },
});
const { register_event_handler, unregister_event_handler } = lib.symbols;
const definition = { parameters: ["i32", "pointer", "usize", "pointer"], result: "void" } as const;
using handler = lib.callback(definition, () => {});
const old = register_event_handler(handler.pointer, null);
unregister_event_handler(old);
register_event_handler(handler.pointer, null); // FFI020
unregister_event_handler(old);
