// prints [ 9, 0 ]
import { dlopen, PointerView } from "ffi";
using lib = dlopen("plugins", {
  load_plugin: { parameters: ["pointer"], result: "i32" },
  unload_plugin: { parameters: ["i32"], result: "i32" },
  run_plugins: { parameters: ["i32"], result: "i32" },
});
const { load_plugin, unload_plugin, run_plugins } = lib.symbols;
const PROCESS = { parameters: ["i32", "pointer"], result: "i32" } as const;
// A table of version 1 has no room for what came later, and C must not look there.
using process = lib.callback(PROCESS, (value) => value * value);
using table = lib.alloc(12);
const view = new PointerView(table.pointer);
view.setInt32(0, 1);
view.setPointer(4, process.pointer);
view.setPointer(8, null);
const id = load_plugin(table.pointer);
console.log([run_plugins(3), unload_plugin(id)]);
