// Says: load_plugin refused the plugin with a negative number, and load gave something back as if it had not.
// Check: A version that the host does not know is refused
// Part: expected an exception
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

const UNLOADS_LATER = 1;
const FAILED = -1;

/** How many calls of run have not returned. */
let runs = 0;
/** What the host needs until the outermost of them has returned. */
const leaving: Disposable[] = [];

export function load(plugin: Plugin): LoadedPlugin {
  // Releases all of it where the host does not take the plugin.
  using parts = new DisposableStack();
  const table = parts.use(library.alloc(Table.byteLength));
  const process = parts.use(
    library.callback(PROCESS, (value) => {
      try {
        const next = plugin.process(value);
        return next >= 0 && next === (next | 0) ? next : FAILED;
      } catch {
        return FAILED;
      }
    }),
  );
  const start = parts.use(
    library.callback(START, () => {
      try {
        return plugin.start?.() === false ? FAILED : 0;
      } catch {
        return FAILED;
      }
    }),
  );
  const stop = parts.use(
    library.callback(STOP, () => {
      try {
        plugin.stop?.();
      } catch {
        // It is unloaded all the same.
      }
    }),
  );
  new PointerView(table.pointer).setStruct(Table, 0, {
    version: plugin.version,
    process: process.pointer,
    user_data: null,
    start: start.pointer,
    stop: stop.pointer,
  });
  const id = load_plugin(table.pointer);
  return new Loaded(id, parts.move());
}

class Loaded implements LoadedPlugin {
  readonly #id: number;
  /** Its table and its callbacks; null when it was unloaded. */
  #parts: Disposable | null;
  #failures = 0;

  constructor(id: number, parts: Disposable) {
    this.#id = id;
    this.#parts = parts;
  }

  get failures(): number {
    return this.#parts ? plugin_failures(this.#id) : this.#failures;
  }

  [Symbol.dispose](): void {
    const parts = this.#parts;
    if (parts === null) return;
    this.#failures = this.failures;
    this.#parts = null;
    if (unload_plugin(this.#id) === UNLOADS_LATER) leaving.push(parts);
    else parts[Symbol.dispose]();
  }
}

/** Passes a value, 0 or more, through all loaded plugins. */
export function run(value: number): number {
  runs += 1;
  try {
    return run_plugins(value);
  } finally {
    runs -= 1;
    if (runs === 0) {
      for (const parts of leaving.splice(0)) parts[Symbol.dispose]();
    }
  }
}
