import { readLibrary } from "../../src/cli/library-files.ts";
import type { LibraryBuild } from "../../src/contract/description.ts";
import { DEFAULT_QUARANTINE_BYTES } from "../../src/contract/run.ts";
import type { TraceBatch } from "../../src/trace/format.ts";
import type { Host, LibraryInstance } from "../../src/ffi/host.ts";
import { startRuntime, type ProgramRuntime } from "../../src/ffi/program-runtime.ts";
import { loadLibrary, type ImportText, type LoadedLibrary } from "../../src/runner/load-library.ts";

// Emscripten's glue is built for workers and asks for these two.
Object.assign(globalThis, { self: globalThis, location: { href: "" } });

export const importText: ImportText = (text) =>
  import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);

/** A library as a run has it: loaded, and opened by `dlopen` in the current run. */
export interface Opened {
  readonly loaded: LoadedLibrary;
  /** Events that the runs begun with `begin` have traced. */
  readonly events: () => number;
  /** Begins a run: `dlopen` opens the library in it, and what it traces is counted and dropped. */
  readonly begin: () => ProgramRuntime;
  /** The instance that the last `dlopen` made. */
  readonly instance: () => LibraryInstance;
}

export async function load(name: string, build: LibraryBuild): Promise<Opened> {
  const loaded = await loadLibrary(await readLibrary(name, build), build, importText);
  let instance: LibraryInstance | null = null;
  let events = 0;
  // As the runner does it: in Node, asking for the global `performance` costs almost as much as the time itself.
  const clock = performance;
  const start = clock.now();
  const host: Host = {
    libraries: [name],
    open: (_name, checks) => (instance = loaded.open(checks, { quarantineBytes: DEFAULT_QUARANTINE_BYTES })),
    now: () => clock.now() - start,
    send: (batch: TraceBatch) => void (events += batch.kind.length),
    later: (task, milliseconds) => void setTimeout(task, milliseconds),
  };
  return {
    loaded,
    events: () => events,
    begin: () => startRuntime(host),
    instance: () => {
      if (!instance) throw new Error(`${name} has not been opened`);
      return instance;
    },
  };
}
