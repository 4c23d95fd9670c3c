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
using table = lib.alloc(Plugin.byteLength);
function load(): number {
  using process = lib.callback(PROCESS, (value) => value);
  new PointerView(table.pointer).setStruct(Plugin, 0, {
    ...{ version: 2, process: process.pointer, user_data: null, start: null, stop: null },
  });
  return load_plugin(table.pointer);
}
load();
run_plugins(1); // FFI013 in run_plugins
