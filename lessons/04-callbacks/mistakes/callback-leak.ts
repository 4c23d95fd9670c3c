// What is registered at the start is unregistered on one way out only.
import { dlopen } from "ffi";

using callbacks = dlopen("callbacks", {
  register_callback: {
    parameters: ["function", "pointer"],
    result: "void",
  },
  process_items: { parameters: ["buffer", "usize"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});
const { register_callback, process_items, unregister_callback } =
  callbacks.symbols;

let sum = 0;
using add = callbacks.callback(
  { parameters: ["i32", "pointer"], result: "void" },
  (value) => {
    sum += value;
  },
);

function sumOf(items: Int32Array): number {
  sum = 0;
  register_callback(add.pointer, null); // FFI020
  if (items.length === 0) return 0;
  process_items(items, items.length);
  unregister_callback();
  return sum;
}

console.log("sum of three:", sumOf(Int32Array.of(1, 2, 3)));
console.log("sum of none:", sumOf(new Int32Array(0)));
