// The callback parses each item, and throws at the first bad one.
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

const days = ["Monday", "Tuesday", "Wednesday"];
using print = callbacks.callback(
  { parameters: ["i32", "pointer"], result: "void" },
  (value) => {
    const day = days[value];
    if (day === undefined) throw new RangeError(`no day ${value}`); // FFI015
    console.log(day);
  },
);

register_callback(print.pointer, null);
try {
  process_items(Int32Array.of(0, 7, 2), 3);
} catch (error) {
  console.log("caught:", (error as Error).message);
} finally {
  unregister_callback();
}
