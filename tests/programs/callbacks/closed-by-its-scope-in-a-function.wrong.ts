import { dlopen } from "ffi";
using lib = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  process_items: { parameters: ["buffer", "usize"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});
const { register_callback, process_items, unregister_callback } = lib.symbols;
function listen(): void {
  using callback = lib.callback({ parameters: ["i32", "pointer"], result: "void" }, () => {});
  register_callback(callback.pointer, null);
}
listen();
process_items(Int32Array.of(1, 2), 2); // FFI013 in process_items
unregister_callback();
