import { dlopen, PointerView } from "ffi";
using lib = dlopen("events", {
  register_event_handler: { parameters: ["function", "pointer"], result: "i32" },
  unregister_event_handler: { parameters: ["i32"], result: "void" },
  trigger_event_sized: { parameters: ["i32", "buffer", "usize"], result: "void" },
});
const { register_event_handler, unregister_event_handler, trigger_event_sized } = lib.symbols;
const definition = { parameters: ["i32", "pointer", "usize", "pointer"], result: "void" } as const;
using handler = lib.callback(definition, (_type, data) => {
  if (data) console.log(new PointerView(data).getCString()); // FFI015
});
const id = register_event_handler(handler.pointer, null);
try {
  trigger_event_sized(1, Uint8Array.of(0xf0, 0x28, 0), 3);
} finally {
  unregister_event_handler(id);
}
