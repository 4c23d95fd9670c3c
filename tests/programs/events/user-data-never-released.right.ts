import { dlopen } from "ffi";
using lib = dlopen("events", {
  register_event_handler: { parameters: ["function", "pointer"], result: "i32" },
  unregister_event_handler: { parameters: ["i32"], result: "void" },
  trigger_event_sized: { parameters: ["i32", "buffer", "usize"], result: "void" },
  calloc: { parameters: ["usize", "usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const { calloc, free, register_event_handler, trigger_event_sized, unregister_event_handler } = lib.symbols;
using handler = lib.callback({ parameters: ["i32", "pointer", "usize", "pointer"], result: "void" }, () => {});
const counter = calloc(1, 4);
const id = register_event_handler(handler.pointer, counter);
trigger_event_sized(1, new Uint8Array(4), 4);
unregister_event_handler(id);
free(counter);
