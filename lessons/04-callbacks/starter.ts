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

// The user data: memory for a sum, which C passes along unseen.
using sum = callbacks.alloc(4);
const total = new PointerView(sum.pointer);
total.setInt32(0, 0);

// A function of ours, as C sees it: void add(int, void *).
using add = callbacks.callback(
  { parameters: ["i32", "pointer"], result: "void" },
  (value, user_data) => {
    console.log("item:", value);
    if (user_data === null) return;
    const view = new PointerView(user_data);
    view.setInt32(0, view.getInt32() + value);
  },
);

register_callback(add.pointer, sum.pointer);
process_items(Int32Array.of(1, 2, 3), 3);
console.log("sum so far:", total.getInt32());
process_items(Int32Array.of(10), 1);
unregister_callback();

process_items(Int32Array.of(1000), 1);
console.log("sum at the end:", total.getInt32());
