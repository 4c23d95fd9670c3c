// prints 2
import { dlopen } from "ffi";
using lib = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  process_items: { parameters: ["buffer", "usize"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});
const { register_callback, process_items, unregister_callback } = lib.symbols;
let calls = 0;
function listen(): Disposable {
  const callback = lib.callback({ parameters: ["i32", "pointer"], result: "void" }, () => void calls++);
  register_callback(callback.pointer, null);
  return {
    [Symbol.dispose]() {
      unregister_callback();
      callback[Symbol.dispose]();
    },
  };
}
{
  using _listening = listen();
  process_items(Int32Array.of(1, 2), 2);
}
console.log(calls);
