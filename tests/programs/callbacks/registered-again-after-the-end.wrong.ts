import { dlopen } from "ffi";
using lib = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  process_items: { parameters: ["buffer", "usize"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});
const { register_callback, process_items, unregister_callback } = lib.symbols;
using callback = lib.callback({ parameters: ["i32", "pointer"], result: "void" }, () => {});
register_callback(callback.pointer, null);
unregister_callback();
register_callback(callback.pointer, null); // FFI020
process_items(Int32Array.of(1), 1);
