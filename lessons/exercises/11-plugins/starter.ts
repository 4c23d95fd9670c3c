import { dlopen, PointerView, struct } from "ffi";

const library = dlopen("plugins", {
  load_plugin: { parameters: ["pointer"], result: "i32" },
  unload_plugin: { parameters: ["i32"], result: "i32" },
  run_plugins: { parameters: ["i32"], result: "i32" },
  plugin_failures: { parameters: ["i32"], result: "i32" },
});
const { load_plugin, unload_plugin, run_plugins, plugin_failures } =
  library.symbols;

const Table = struct({
  version: "i32",
  process: "function",
  user_data: "pointer",
  start: "function",
  stop: "function",
});
const PROCESS = {
  parameters: ["i32", "pointer"],
  result: "i32",
} as const;
const START = { parameters: ["pointer"], result: "i32" } as const;
const STOP = { parameters: ["pointer"], result: "void" } as const;

export interface Plugin {
  /** The version of the table that the host gets. */
  readonly version: number;
  /** Makes the next value of this one. */
  process(value: number): number;
  /** Since version 2: true says that it worked. */
  start?(): boolean;
  /** Since version 2. */
  stop?(): void;
}

export interface LoadedPlugin extends Disposable {
  /** How often it has failed. */
  readonly failures: number;
}

export function load(plugin: Plugin): LoadedPlugin {
  const process = library.callback(PROCESS, (value) =>
    plugin.process(value),
  );
  const start = library.callback(START, () =>
    plugin.start === undefined || plugin.start() ? 0 : 1,
  );
  const stop = library.callback(STOP, () => plugin.stop?.());
  using table = library.alloc(Table.byteLength);
  new PointerView(table.pointer).setStruct(Table, 0, {
    version: plugin.version,
    process: process.pointer,
    user_data: null,
    start: start.pointer,
    stop: stop.pointer,
  });
  const id = load_plugin(table.pointer);
  return {
    get failures() {
      return plugin_failures(id);
    },
    [Symbol.dispose]() {
      unload_plugin(id);
      for (const each of [process, start, stop]) each[Symbol.dispose]();
    },
  };
}

/** Passes a value, 0 or more, through all loaded plugins. */
export function run(value: number): number {
  return run_plugins(value);
}
