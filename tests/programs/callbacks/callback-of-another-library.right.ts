// prints 1
import { dlopen } from "ffi";
using lib = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  process_items: { parameters: ["buffer", "usize"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});
const { register_callback, process_items, unregister_callback } = lib.symbols;
let calls = 0;
using callback = lib.callback({ parameters: ["i32", "pointer"], result: "void" }, () => void calls++);
register_callback(callback.pointer, null);
process_items(Int32Array.of(1), 1);
unregister_callback();
console.log(calls);
