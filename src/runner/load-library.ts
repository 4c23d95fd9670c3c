import { getModuleLoader } from "emscripten-wasm-loader";
import type { CheckerExports, CheckerImports } from "../contract/checker-abi.ts";
import type { LibraryBuild, LibraryDescription } from "../contract/description.ts";
import type { LibraryFiles, RunConditions } from "../contract/run.ts";
import { nullableFunctions } from "../contract/run-conditions.ts";
import type { BoundaryConditions, CheckerHooks, LibraryInstance } from "../ffi/host.ts";
import { MemoryGrowth } from "./memory-growth.ts";

/** A library whose code is compiled; every `open` gives it a memory of its own. */
export interface LoadedLibrary {
  readonly name: string;
  open(hooks: CheckerHooks, conditions: RunConditions): LibraryInstance;
}

/** Imports an ES module from its text. The page's worker and Node each have their own way. */
export type ImportText = (text: string) => Promise<Record<string, unknown>>;

type Settings = Record<string, unknown>;
/** Emscripten's factory fills in the object it is given at once, when instantiation is synchronous. */
type Factory = (settings: Settings) => unknown;

/**
 * Compiles a library and instantiates it a first time, so that one that does not load is known before the program starts.
 * @throws Error with the engine's or Emscripten's reason.
 */
export async function loadLibrary(
  files: LibraryFiles,
  build: LibraryBuild,
  importText: ImportText,
): Promise<LoadedLibrary> {
  const description = JSON.parse(files.description) as LibraryDescription;
  const [glue, compiled] = await Promise.all([importText(files.glue), WebAssembly.compile(files.wasm)]);
  const factory = glue["default"] as Factory;

  let relay = new HookRelay();
  const settings = (receive: (instance: WebAssembly.Instance) => void, hooks: HookRelay, wait: boolean): Settings => ({
    print: () => {},
    printErr: () => {},
    instantiateWasm: (
      imports: WebAssembly.Imports,
      done: (instance: Pick<WebAssembly.Instance, "exports">) => void,
    ) => {
      hooks.connect(imports);
      const instance = new WebAssembly.Instance(compiled, imports);
      receive(instance);
      const forGlue = { exports: hooks.growth.exportsForGlue(instance.exports) };
      // The loader listens for the runtime's start only after the factory has returned.
      if (wait) void Promise.resolve().then(() => done(forGlue));
      else done(forGlue);
      return forGlue.exports;
    },
  });

  let first: WebAssembly.Instance | null = null;
  const loader = getModuleLoader(
    () => null,
    (constructed: Settings) => {
      // Today's factories return a promise of the object they were given; the loader wants the object.
      void factory(constructed);
      return constructed as never;
    },
    settings((instance) => (first = instance), relay, true),
  );
  await loader();

  return {
    name: files.name,
    open(hooks, conditions) {
      let instance = first;
      const own = relay;
      // The first instance serves the first `dlopen`; each later one has a fresh memory.
      first = null;
      relay = new HookRelay();
      const listening = instance ? own : relay;
      listening.target = hooks;
      if (!instance) void factory(settings((made) => (instance = made), listening, false));
      if (!instance) throw new Error(`Emscripten's glue of ${files.name} did not instantiate it`);
      const { growth } = listening;
      growth.onAllocation = conditions.growMemory === "allocation";
      const opened = describeInstance(instance, description, build);
      setConditions(opened, conditions);
      return { ...opened, conditions: atBoundary(conditions, description, () => growth.grow()) };
    },
  };
}

function describeInstance(
  instance: WebAssembly.Instance,
  description: LibraryDescription,
  build: LibraryBuild,
): LibraryInstance {
  const functions: Record<string, (...args: never[]) => unknown> = {};
  for (const [name, value] of Object.entries(instance.exports)) {
    if (typeof value === "function") functions[name] = value as (...args: never[]) => unknown;
  }
  return {
    description,
    build,
    memory: instance.exports["memory"] as WebAssembly.Memory,
    table: instance.exports["__indirect_function_table"] as WebAssembly.Table,
    functions,
  };
}

/** Tells the checker; a fast build has none. */
function setConditions({ functions }: LibraryInstance, conditions: RunConditions): void {
  const tell = (name: keyof CheckerExports, value: number) =>
    (functions[name] as ((value: number) => void) | undefined)?.(value);
  tell("ffi_set_quarantine", conditions.quarantineBytes);
  const due = conditions.failAllocation ?? conditions.failMalloc;
  if (due !== undefined) tell("ffi_fail_malloc", due);
}

function atBoundary(
  { failAllocation, nullResults = [], growMemory }: RunConditions,
  description: LibraryDescription,
  grow: () => void,
): BoundaryConditions {
  const nullable = nullResults.length === 0 ? [] : nullableFunctions(description);
  return {
    failsTypeScript: failAllocation !== undefined,
    nullResults: new Set(nullResults.filter((name) => nullable.includes(name))),
    growAtCall: growMemory === "call" ? grow : null,
  };
}

/** Stands between the binary's imports and the hooks, which are known only when the library is opened. */
class HookRelay {
  target: CheckerHooks | null = null;
  readonly growth = new MemoryGrowth();

  connect(imports: WebAssembly.Imports): void {
    const environment = imports["env"];
    if (!environment) return;
    this.growth.connect(environment["emscripten_resize_heap"]);
    const hooks: CheckerImports = {
      ffi_hook_allocated: (address, bytes, allocator, location) => {
        this.target?.allocated(address >>> 0, bytes >>> 0, allocator, location);
        if (this.growth.onAllocation) this.growth.grow();
      },
      ffi_hook_release: (address, location) => this.target?.release(address >>> 0, location) ?? 1,
      ffi_hook_fault: (kind, address, bytes, location) =>
        this.target?.fault(kind, address >>> 0, bytes >>> 0, location),
    };
    Object.assign(environment, hooks);
  }
}
