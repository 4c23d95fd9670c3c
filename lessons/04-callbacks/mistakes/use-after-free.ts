// The user data ends with the function that registered it.
import { dlopen, PointerView } from "ffi";

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

using print = callbacks.callback(
  { parameters: ["i32", "pointer"], result: "void" },
  (value, user_data) => {
    if (user_data === null) return;
    const label = new PointerView(user_data).getCString(); // FFI004
    console.log(label, value);
  },
);

function labelWith(label: string): void {
  using text = callbacks.cstring(label);
  register_callback(print.pointer, text.pointer);
}

labelWith("item:");
process_items(Int32Array.of(1), 1);
unregister_callback();
