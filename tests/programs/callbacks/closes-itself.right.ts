// prints once
import { dlopen } from "ffi";
using lib = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  process_items: { parameters: ["buffer", "usize"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});
const { register_callback, process_items, unregister_callback } = lib.symbols;
const once = lib.callback({ parameters: ["i32", "pointer"], result: "void" }, () => {
  unregister_callback();
  console.log("once");
});
register_callback(once.pointer, null);
process_items(Int32Array.of(1, 2), 2);
once[Symbol.dispose]();
