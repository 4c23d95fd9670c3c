// prints [ 4, 2, 0 ]
import { dlopen, PointerView, struct } from "ffi";
using lib = dlopen("plugins", {
  load_plugin: { parameters: ["pointer"], result: "i32" },
  unload_plugin: { parameters: ["i32"], result: "i32" },
  run_plugins: { parameters: ["i32"], result: "i32" },
  plugin_failures: { parameters: ["i32"], result: "i32" },
});
const { load_plugin, unload_plugin, run_plugins, plugin_failures } = lib.symbols;
const Plugin = struct({
  version: "i32",
  process: "function",
  user_data: "pointer",
  start: "function",
  stop: "function",
});
const PROCESS = { parameters: ["i32", "pointer"], result: "i32" } as const;
using fails = lib.callback(PROCESS, () => -1);
using double = lib.callback(PROCESS, (value) => 2 * value);
using tables = lib.alloc(2 * Plugin.byteLength);
const view = new PointerView(tables.pointer);
const fields = { version: 2, user_data: null, start: null, stop: null };
view.setStruct(Plugin, 0, { ...fields, process: fails.pointer });
const failing = load_plugin(tables.pointer);
view.setStruct(Plugin, Plugin.byteLength, { ...fields, process: double.pointer });
using other = lib.alloc(Plugin.byteLength);
new PointerView(other.pointer).setStruct(Plugin, 0, view.getStruct(Plugin, Plugin.byteLength));
const working = load_plugin(other.pointer);
run_plugins(1);
console.log([run_plugins(2), plugin_failures(failing), plugin_failures(working)]);
unload_plugin(failing);
unload_plugin(working);
