import { dlopen, PointerView, struct } from "ffi";
using lib = dlopen("plugins", {
  load_plugin: { parameters: ["pointer"], result: "i32" },
  run_plugins: { parameters: ["i32"], result: "i32" },
});
const { load_plugin, run_plugins } = lib.symbols;
const Plugin = struct({
  version: "i32",
  process: "function",
  user_data: "pointer",
  start: "function",
  stop: "function",
});
const PROCESS = { parameters: ["i32", "pointer"], result: "i32" } as const;
const STOP = { parameters: ["pointer"], result: "void" } as const;
using process = lib.callback(PROCESS, (value) => value);
using stop = lib.callback(STOP, () => {});
using table = lib.alloc(Plugin.byteLength);
new PointerView(table.pointer).setStruct(Plugin, 0, {
  ...{ version: 2, process: process.pointer, user_data: null, start: null, stop: stop.pointer },
});
load_plugin(table.pointer); // FFI020
run_plugins(1);
