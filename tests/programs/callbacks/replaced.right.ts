import { dlopen } from "ffi";
using lib = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  process_items: { parameters: ["buffer", "usize"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});
const { register_callback, process_items, unregister_callback } = lib.symbols;
const definition = { parameters: ["i32", "pointer"], result: "void" } as const;
// prints [ "a", "b" ]
const calls: string[] = [];
using a = lib.callback(definition, () => void calls.push("a"));
using b = lib.callback(definition, () => void calls.push("b"));
register_callback(a.pointer, null);
process_items(Int32Array.of(1), 1);
register_callback(b.pointer, null);
process_items(Int32Array.of(1), 1);
register_callback(null, null);
console.log(calls);
