// The program listens, is done, and does not say so.
import { dlopen } from "ffi";

using callbacks = dlopen("callbacks", {
  register_callback: {
    parameters: ["function", "pointer"],
    result: "void",
  },
  process_items: { parameters: ["buffer", "usize"], result: "void" },
});
const { register_callback, process_items } = callbacks.symbols;

const seen: number[] = [];
using listener = callbacks.callback(
  { parameters: ["i32", "pointer"], result: "void" },
  (value) => void seen.push(value),
);

register_callback(listener.pointer, null); // FFI020
process_items(Int32Array.of(1, 2, 3), 3);
console.log("seen:", seen);
