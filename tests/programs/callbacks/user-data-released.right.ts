import { dlopen } from "ffi";
using lib = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  process_items: { parameters: ["buffer", "usize"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});
const { register_callback, process_items, unregister_callback } = lib.symbols;
const definition = { parameters: ["i32", "pointer"], result: "void" } as const;
import { PointerView, type Pointer } from "ffi";
const box = lib.alloc(4);
new PointerView(box.pointer).setInt32(0, 5);
using callback = lib.callback(definition, (value, data: Pointer | null) => {
  if (data) console.log(value + new PointerView(data).getInt32());
});
register_callback(callback.pointer, box.pointer);
process_items(Int32Array.of(1), 1);
unregister_callback();
box[Symbol.dispose]();
