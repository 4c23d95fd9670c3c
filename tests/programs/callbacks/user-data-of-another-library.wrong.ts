import { dlopen } from "ffi";
using lib = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  process_items: { parameters: ["buffer", "usize"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});
const { register_callback } = lib.symbols;
using strings = dlopen("strings", {});
using name = strings.cstring("Ada");
using callback = lib.callback({ parameters: ["i32", "pointer"], result: "void" }, () => {});
register_callback(callback.pointer, name.pointer); // FFI017
