// Functions and plain objects, try and finally; tables are written by hand, as short as their version, with what a plugin has.
import { dlopen, PointerView, type Pointer } from "ffi";

const library = dlopen("plugins", {
  load_plugin: { parameters: ["pointer"], result: "i32" },
  unload_plugin: { parameters: ["i32"], result: "i32" },
  run_plugins: { parameters: ["i32"], result: "i32" },
  plugin_failures: { parameters: ["i32"], result: "i32" },
});
const host = library.symbols;

export interface Plugin {
  readonly version: number;
  process(value: number): number;
  start?(): boolean;
  stop?(): void;
}
export interface LoadedPlugin extends Disposable {
  readonly failures: number;
}

const guarded = (act: () => number): number => {
  try {
    const result = act();
    return Number.isInteger(result) && result >= 0 && result < 2 ** 31 ? result : -7;
  } catch {
    return -7;
  }
};

let depth = 0;
let later: (() => void)[] = [];

export const load = (plugin: Plugin): LoadedPlugin => {
  const undo: (() => void)[] = [];
  const release = (): void => {
    for (const each of undo.reverse()) each();
  };
  const keep = <T extends { readonly pointer: Pointer } & Disposable>(made: T): Pointer => {
    undo.push(() => made[Symbol.dispose]());
    return made.pointer;
  };
  let id = 0;
  try {
    const isOld = plugin.version === 1;
    const at = keep(library.alloc(isOld ? 12 : 20));
    const table = new PointerView(at);
    table.setInt32(0, plugin.version);
    table.setPointer(
      4,
      keep(
        library.callback({ parameters: ["i32", "pointer"], result: "i32" }, (value) =>
          guarded(() => plugin.process(value)),
        ),
      ),
    );
    table.setPointer(8, null);
    if (!isOld) {
      const { start, stop } = plugin;
      table.setPointer(
        12,
        start
          ? keep(
              library.callback({ parameters: ["pointer"], result: "i32" }, () =>
                guarded(() => (plugin.start!() ? 0 : -1)),
              ),
            )
          : null,
      );
      table.setPointer(
        16,
        stop
          ? keep(
              library.callback({ parameters: ["pointer"], result: "void" }, () => {
                guarded(() => {
                  plugin.stop!();
                  return 0;
                });
              }),
            )
          : null,
      );
    }
    id = host.load_plugin(at);
    if (id < 0) throw Object.assign(new Error("refused"), { name: "LoadError", code: id });
  } catch (error) {
    release();
    throw error;
  }
  let last: number | null = null;
  return {
    get failures() {
      return last ?? host.plugin_failures(id);
    },
    [Symbol.dispose]() {
      if (last !== null) return;
      last = host.plugin_failures(id);
      if (host.unload_plugin(id) === 0) release();
      else later.push(release);
    },
  };
};

export function run(value: number): number {
  depth++;
  const result = host.run_plugins(value);
  if (--depth > 0) return result;
  const done = later;
  later = [];
  for (const release of done) release();
  return result;
}
