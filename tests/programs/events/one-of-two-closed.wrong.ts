import { dlopen } from "ffi";
using lib = dlopen("events", {
  register_event_handler: { parameters: ["function", "pointer"], result: "i32" },
  unregister_event_handler: { parameters: ["i32"], result: "void" },
  trigger_event_sized: { parameters: ["i32", "buffer", "usize"], result: "void" },
});
const { register_event_handler, unregister_event_handler, trigger_event_sized } = lib.symbols;
const definition = { parameters: ["i32", "pointer", "usize", "pointer"], result: "void" } as const;
using first = lib.callback(definition, () => {});
const second = lib.callback(definition, () => {});
const ids = [register_event_handler(first.pointer, null), register_event_handler(second.pointer, null)];
second[Symbol.dispose]();
trigger_event_sized(1, new Uint8Array(4), 4); // FFI013 in trigger_event_sized
for (const id of ids) unregister_event_handler(id);
