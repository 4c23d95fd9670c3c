// The callback refuses a value by throwing, with C in between.
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

using listener = callbacks.callback(
  { parameters: ["i32", "pointer"], result: "void" },
  (value) => {
    if (value < 0) throw new RangeError(`negative: ${value}`); // FFI015
  },
);

register_callback(listener.pointer, null);
try {
  process_items(Int32Array.of(1, -2, 3), 3);
} catch (error) {
  console.log((error as Error).message);
} finally {
  unregister_callback();
}
