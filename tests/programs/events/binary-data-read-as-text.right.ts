// prints [ 240, 40, 0 ]
import { dlopen, PointerView } from "ffi";
using lib = dlopen("events", {
  register_event_handler: { parameters: ["function", "pointer"], result: "i32" },
  unregister_event_handler: { parameters: ["i32"], result: "void" },
  trigger_event_sized: { parameters: ["i32", "buffer", "usize"], result: "void" },
});
const { register_event_handler, unregister_event_handler, trigger_event_sized } = lib.symbols;
const definition = { parameters: ["i32", "pointer", "usize", "pointer"], result: "void" } as const;
let kept: number[] = [];
using handler = lib.callback(definition, (_type, data, length) => {
  if (data) kept = [...new PointerView(data, length).getArray("u8", length)];
});
const id = register_event_handler(handler.pointer, null);
trigger_event_sized(1, Uint8Array.of(0xf0, 0x28, 0), 3);
unregister_event_handler(id);
console.log(kept);
