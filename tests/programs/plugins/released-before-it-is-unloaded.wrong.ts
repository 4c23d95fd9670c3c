import { dlopen, PointerView, struct } from "ffi";
using lib = dlopen("plugins", {
  load_plugin: { parameters: ["pointer"], result: "i32" },
  unload_plugin: { parameters: ["i32"], result: "i32" },
});
const { load_plugin, unload_plugin } = lib.symbols;
const Plugin = struct({
  version: "i32",
  process: "function",
  user_data: "pointer",
  start: "function",
  stop: "function",
});
const PROCESS = { parameters: ["i32", "pointer"], result: "i32" } as const;
using process = lib.callback(PROCESS, (value) => value);
const table = lib.alloc(Plugin.byteLength);
new PointerView(table.pointer).setStruct(Plugin, 0, {
  ...{ version: 2, process: process.pointer, user_data: null, start: null, stop: null },
});
const id = load_plugin(table.pointer);
table[Symbol.dispose]();
try {
  unload_plugin(id); // FFI004 in unload
} catch {
  console.log("ended");
}
