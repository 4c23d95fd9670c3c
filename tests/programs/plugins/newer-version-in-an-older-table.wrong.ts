import { dlopen, PointerView } from "ffi";
using lib = dlopen("plugins", {
  load_plugin: { parameters: ["pointer"], result: "i32" },
});
const { load_plugin } = lib.symbols;
const PROCESS = { parameters: ["i32", "pointer"], result: "i32" } as const;
using process = lib.callback(PROCESS, (value) => value * value);
using table = lib.alloc(12);
const view = new PointerView(table.pointer);
view.setInt32(0, 2);
view.setPointer(4, process.pointer);
view.setPointer(8, null);
load_plugin(table.pointer); // FFI005 in load_plugin
