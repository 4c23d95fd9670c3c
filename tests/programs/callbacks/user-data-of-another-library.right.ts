// prints Ada
import { dlopen, PointerView } from "ffi";
using lib = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  process_items: { parameters: ["buffer", "usize"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});
const { register_callback, process_items, unregister_callback } = lib.symbols;
using name = lib.cstring("Ada");
using callback = lib.callback({ parameters: ["i32", "pointer"], result: "void" }, (_value, data) => {
  if (data) console.log(new PointerView(data).getCString());
});
register_callback(callback.pointer, name.pointer);
process_items(Int32Array.of(1), 1);
unregister_callback();
