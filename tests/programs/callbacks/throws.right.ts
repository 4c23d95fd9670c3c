import { dlopen } from "ffi";
using lib = dlopen("callbacks", {
  register_callback: { parameters: ["function", "pointer"], result: "void" },
  process_items: { parameters: ["buffer", "usize"], result: "void" },
  unregister_callback: { parameters: [], result: "void" },
});
const { register_callback, process_items, unregister_callback } = lib.symbols;
const definition = { parameters: ["i32", "pointer"], result: "void" } as const;
using callback = lib.callback(definition, (value) => {
  try {
    JSON.parse("{" + value);
  } catch {
    console.log("caught on the TypeScript side");
  }
});
register_callback(callback.pointer, null);
process_items(Int32Array.of(1), 1);
unregister_callback();
