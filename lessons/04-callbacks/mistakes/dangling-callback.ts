// The callback is made for one call, but C keeps it for the next ones.
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

function onItem(listener: (value: number) => void): void {
  using callback = callbacks.callback(
    { parameters: ["i32", "pointer"], result: "void" },
    (value) => listener(value),
  );
  register_callback(callback.pointer, null);
}

onItem((value) => console.log("item:", value));
const items = Int32Array.of(1);
process_items(items, items.length); // FFI013 in process_items
unregister_callback();
