// prints 1
import { dlopen } from "ffi";
using lib = dlopen("events", {
  register_event_handler: { parameters: ["function", "pointer"], result: "i32" },
  unregister_event_handler: { parameters: ["i32"], result: "void" },
  trigger_event_sized: { parameters: ["i32", "buffer", "usize"], result: "void" },
});
const { register_event_handler, unregister_event_handler, trigger_event_sized } = lib.symbols;
const definition = { parameters: ["i32", "pointer", "usize", "pointer"], result: "void" } as const;
const seen = new Map<number, number>();
using handler = lib.callback(definition, (type) => {
  seen.set(type, (seen.get(type) ?? 0) + 1);
});
const id = register_event_handler(handler.pointer, null);
trigger_event_sized(1, new Uint8Array(1), 1);
unregister_event_handler(id);
console.log(seen.get(1));
