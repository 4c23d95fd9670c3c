import { dlopen, PointerView } from "ffi";
using lib = dlopen("events", {
  register_event_handler: { parameters: ["function", "pointer"], result: "i32" },
  unregister_event_handler: { parameters: ["i32"], result: "void" },
  trigger_event_sized: { parameters: ["i32", "buffer", "usize"], result: "void" },
});
const { register_event_handler, unregister_event_handler, trigger_event_sized } = lib.symbols;
const definition = { parameters: ["i32", "pointer", "usize", "pointer"], result: "void" } as const;
let kept: Uint8Array | null = null;
using handler = lib.callback(definition, (_type, data, length) => {
  kept = data && new PointerView(data).getArray("u8", length).slice();
});
const id = register_event_handler(handler.pointer, null);
// The library's copy was for this one call: it is gone, but the handler has made its own.
trigger_event_sized(1, new Uint8Array(4), 4);
console.log(kept![0]);
unregister_event_handler(id);
