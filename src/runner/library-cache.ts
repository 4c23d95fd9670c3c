import type { LibraryBuild } from "../contract/description.ts";
import type { LibraryFiles } from "../contract/run.ts";
import { loadLibrary, type ImportText, type LoadedLibrary } from "./load-library.ts";

/**
 * The libraries of one worker, each loaded once: ahead of the run where there is time, else when the first run takes it. Later
 * runs that are given the same files take the same library, of which each `open` is another instance.
 */
export class LibraryCache {
  readonly #importText: ImportText;
  readonly #loads = new Map<string, Promise<LoadedLibrary | null>>();
  readonly #taken = new WeakMap<LibraryFiles, Promise<LoadedLibrary>>();

  constructor(importText: ImportText) {
    this.#importText = importText;
  }

  /** Begins to load a library that a run may take. One that does not load is tried again, and reported, when it is taken. */
  prepare(files: LibraryFiles, build: LibraryBuild): void {
    if (this.#loads.has(keyOf(files, build))) return;
    const load = loadLibrary(files, build, this.#importText);
    this.#loads.set(
      keyOf(files, build),
      load.catch(() => null),
    );
  }

  /** @throws Error with the engine's or Emscripten's reason. */
  take(files: LibraryFiles, build: LibraryBuild): Promise<LoadedLibrary> {
    const known = this.#taken.get(files);
    if (known) return known;
    const load = this.#load(files, build);
    this.#taken.set(files, load);
    load.catch(() => this.#taken.delete(files));
    return load;
  }

  async #load(files: LibraryFiles, build: LibraryBuild): Promise<LoadedLibrary> {
    return (await this.#loads.get(keyOf(files, build))) ?? loadLibrary(files, build, this.#importText);
  }
}

const keyOf = ({ name, variant = "" }: LibraryFiles, build: LibraryBuild): string => `${name}/${variant}.${build}`;
