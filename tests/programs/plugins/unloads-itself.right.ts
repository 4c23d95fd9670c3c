// prints process 1
// prints stop
// prints 3
// prints closed
import { dlopen, PointerView, struct } from "ffi";
using lib = dlopen("plugins", {
  load_plugin: { parameters: ["pointer"], result: "i32" },
  unload_plugin: { parameters: ["i32"], result: "i32" },
  run_plugins: { parameters: ["i32"], result: "i32" },
  plugin_count: { parameters: [], result: "i32" },
});
const { load_plugin, unload_plugin, run_plugins, plugin_count } = lib.symbols;
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
let closed = false;
const table = lib.alloc(Plugin.byteLength);
const process = lib.callback(PROCESS, (value) => {
  // Put off: C is in the middle of it.
  if (unload_plugin(id) !== 1 || unload_plugin(id) !== -5 || plugin_count() !== 0) console.log("unloaded");
  console.log(`process ${value}`);
  return value + 2;
});
const stop = lib.callback(STOP, () => {
  console.log("stop");
  closed = true;
});
new PointerView(table.pointer).setStruct(Plugin, 0, {
  ...{ version: 2, process: process.pointer, user_data: null, start: null, stop: stop.pointer },
});
id = load_plugin(table.pointer);
console.log(run_plugins(1));
if (closed && run_plugins(1) === 1) {
  table[Symbol.dispose]();
  process[Symbol.dispose]();
  stop[Symbol.dispose]();
  console.log("closed");
}
