// Whatever happens in between, the registration is taken back.
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

const seen: number[] = [];
using listener = callbacks.callback(
  { parameters: ["i32", "pointer"], result: "void" },
  (value) => void seen.push(value),
);

register_callback(listener.pointer, null);
try {
  process_items(Int32Array.of(1, 2, 3), 3);
} finally {
  unregister_callback();
}
console.log("seen:", seen);
