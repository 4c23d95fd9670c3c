import { dlopen, PointerView, struct } from "ffi";
using lib = dlopen("plugins", {
  load_plugin: { parameters: ["pointer"], result: "i32" },
  unload_plugin: { parameters: ["i32"], result: "i32" },
  run_plugins: { parameters: ["i32"], result: "i32" },
});
const { load_plugin, unload_plugin, run_plugins } = lib.symbols;
const Plugin = struct({
  version: "i32",
  process: "function",
  user_data: "pointer",
  start: "function",
  stop: "function",
});
const PROCESS = { parameters: ["i32", "pointer"], result: "i32" } as const;
const STOP = { parameters: ["pointer"], result: "void" } as const;
let id = 0;
using table = lib.alloc(Plugin.byteLength);
using process = lib.callback(PROCESS, (value) => {
  // It was only put off: C has yet to call it.
  unload_plugin(id);
  stop[Symbol.dispose]();
  return value;
});
const stop = lib.callback(STOP, () => {});
new PointerView(table.pointer).setStruct(Plugin, 0, {
  ...{ version: 2, process: process.pointer, user_data: null, start: null, stop: stop.pointer },
});
id = load_plugin(table.pointer);
run_plugins(1); // FFI013 in unload
