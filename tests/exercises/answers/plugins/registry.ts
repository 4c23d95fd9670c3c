// Three callbacks for all plugins, made with the first and closed with the last: user data says which plugin is meant.
import { dlopen, offset, PointerView, struct, type Pointer } from "ffi";

const library = dlopen("plugins", {
  load_plugin: { parameters: ["pointer"], result: "i32" },
  unload_plugin: { parameters: ["i32"], result: "i32" },
  run_plugins: { parameters: ["i32"], result: "i32" },
  plugin_failures: { parameters: ["i32"], result: "i32" },
});
const { load_plugin, unload_plugin, run_plugins, plugin_failures } = library.symbols;

// The host's table, and behind it the plugin's key.
const Table = struct({
  version: "i32",
  process: "function",
  user_data: "pointer",
  start: "function",
  stop: "function",
});
const KEY = Table.byteLength;

export interface Plugin {
  readonly version: number;
  process(value: number): number;
  start?(): boolean;
  stop?(): void;
}
export interface LoadedPlugin extends Disposable {
  readonly failures: number;
}

class LoadError extends Error {
  readonly code: number;
  constructor(code: number) {
    super("refused");
    this.name = "LoadError";
    this.code = code;
  }
}

class Registry {
  readonly #plugins = new Map<number, Plugin>();
  #lastKey = 0;
  #callbacks: ReturnType<Registry["make"]> | null = null;

  #plugin(data: Pointer | null): Plugin {
    const plugin = data && this.#plugins.get(new PointerView(data).getUint32());
    if (!plugin) throw new Error("no such plugin");
    return plugin;
  }

  make() {
    return {
      process: library.callback({ parameters: ["i32", "pointer"], result: "i32" }, (value, data) => {
        try {
          const next = this.#plugin(data).process(value);
          if (next === Math.floor(next) && next >= 0 && next <= 0x7fffffff) return next;
        } catch {
          // As a result that is none.
        }
        return -1;
      }),
      start: library.callback({ parameters: ["pointer"], result: "i32" }, (data) => {
        try {
          const plugin = this.#plugin(data);
          return plugin.start ? (plugin.start() ? 0 : 1) : 0;
        } catch {
          return 2;
        }
      }),
      stop: library.callback({ parameters: ["pointer"], result: "void" }, (data) => {
        try {
          this.#plugin(data).stop?.();
        } catch {
          // Its author's.
        }
      }),
    };
  }

  add(plugin: Plugin): { table: Pointer; remove(): void } {
    const memory = library.alloc(KEY + 4);
    const key = ++this.#lastKey;
    this.#callbacks ??= this.make();
    const { process, start, stop } = this.#callbacks;
    const view = new PointerView(memory.pointer);
    view.setUint32(KEY, key);
    view.setStruct(Table, 0, {
      version: plugin.version,
      process: process.pointer,
      user_data: offset(memory.pointer, KEY),
      start: start.pointer,
      stop: stop.pointer,
    });
    this.#plugins.set(key, plugin);
    const remove = (): void => {
      this.#plugins.delete(key);
      memory[Symbol.dispose]();
      if (this.#plugins.size > 0 || !this.#callbacks) return;
      for (const each of Object.values(this.#callbacks)) each[Symbol.dispose]();
      this.#callbacks = null;
    };
    return { table: memory.pointer, remove };
  }
}
const registry = new Registry();

let running = false;
const putOff = new Set<() => void>();

class Handle implements LoadedPlugin {
  #unloaded = false;
  #counted = 0;
  constructor(
    private id: number,
    private remove: () => void,
  ) {}
  get failures(): number {
    if (!this.#unloaded) this.#counted = plugin_failures(this.id);
    return this.#counted;
  }
  [Symbol.dispose](): void {
    if (this.#unloaded) return;
    void this.failures;
    this.#unloaded = true;
    const isLate = unload_plugin(this.id) === 1;
    if (isLate) putOff.add(this.remove);
    else this.remove();
  }
}

export function load(plugin: Plugin): LoadedPlugin {
  const { table, remove } = registry.add(plugin);
  const id = load_plugin(table);
  if (id > 0) return new Handle(id, remove);
  remove();
  throw new LoadError(id);
}

export function run(value: number): number {
  if (running) return run_plugins(value);
  running = true;
  try {
    return run_plugins(value);
  } finally {
    running = false;
    for (const remove of putOff) remove();
    putOff.clear();
  }
}
