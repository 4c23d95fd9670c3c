// prints start
// prints [ 12, 2 ]
// prints [ 11, 1 ]
// prints stop
// prints [ 5, 0 ]
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
const START = { parameters: ["pointer"], result: "i32" } as const;
const STOP = { parameters: ["pointer"], result: "void" } as const;
using double = lib.callback(PROCESS, (value) => 2 * value);
using addOne = lib.callback(PROCESS, (value) => value + 1);
using start = lib.callback(START, () => {
  console.log("start");
  return 0;
});
using stop = lib.callback(STOP, () => console.log("stop"));
using first = lib.alloc(Plugin.byteLength);
using second = lib.alloc(Plugin.byteLength);
const fields = { version: 2, user_data: null };
new PointerView(first.pointer).setStruct(Plugin, 0, {
  ...{ ...fields, process: double.pointer, start: start.pointer, stop: null },
});
new PointerView(second.pointer).setStruct(Plugin, 0, {
  ...{ ...fields, process: addOne.pointer, start: null, stop: stop.pointer },
});
const ids = [load_plugin(first.pointer), load_plugin(second.pointer)];
const doubled = run_plugins(5);
console.log([doubled + 1, plugin_count()]);
unload_plugin(ids[0]!);
console.log([run_plugins(10), plugin_count()]);
unload_plugin(ids[1]!);
console.log([run_plugins(5), plugin_count()]);
