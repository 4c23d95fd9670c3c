// prints [ -1, -1, -2, -4, -5, -5 ]
// prints [ -3, 8, 0 ]
// prints [ 7, -7 ]
import { dlopen, PointerView, struct } from "ffi";
using lib = dlopen("plugins", {
  load_plugin: { parameters: ["pointer"], result: "i32" },
  unload_plugin: { parameters: ["i32"], result: "i32" },
  run_plugins: { parameters: ["i32"], result: "i32" },
  plugin_failures: { parameters: ["i32"], result: "i32" },
  plugin_count: { parameters: [], result: "i32" },
});
const { load_plugin, unload_plugin, run_plugins, plugin_failures, plugin_count } = lib.symbols;
const Plugin = struct({
  version: "i32",
  process: "function",
  user_data: "pointer",
  start: "function",
  stop: "function",
});
const PROCESS = { parameters: ["i32", "pointer"], result: "i32" } as const;
const START = { parameters: ["pointer"], result: "i32" } as const;
using process = lib.callback(PROCESS, (value) => value);
using fails = lib.callback(START, () => 1);
using table = lib.alloc(Plugin.byteLength);
const view = new PointerView(table.pointer);
const right = { version: 2, process: process.pointer, user_data: null, start: null, stop: null };
const load = (fields: Partial<{ version: number; process: null; start: typeof fails.pointer }>): number => {
  view.setStruct(Plugin, 0, { ...right, ...fields });
  return load_plugin(table.pointer);
};
console.log([
  load({ version: 0 }),
  load({ version: 3 }),
  load({ process: null }),
  load({ start: fails.pointer }),
  unload_plugin(1),
  plugin_failures(1),
]);
const ids = Array.from({ length: 8 }, () => load({}));
const ninth = load({});
const loaded = plugin_count();
for (const id of ids) unload_plugin(id);
console.log([ninth, loaded, plugin_count()]);
console.log([run_plugins(7), run_plugins(-7)]);
