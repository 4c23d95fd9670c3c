import type { LibraryBuild } from "../contract/description.ts";
import type { LibraryFiles } from "../contract/run.ts";

/** Loads libraries, each once. */
export interface LibraryLoader {
  /** Names that can be loaded, sorted. */
  readonly names: readonly string[];
  /**
   * The files of one library. What has arrived is kept; what failed is fetched again when asked for again.
   *
   * @throws {LibraryLoadError} in one sentence.
   */
  load(name: string, build: LibraryBuild): Promise<LibraryFiles>;
  /** Lets go of a library's files: what arrived was of no use. */
  forget(name: string): void;
}

const BUILDS: readonly LibraryBuild[] = ["fast", "checked"];

export class LibraryLoadError extends Error {
  override readonly name = "LibraryLoadError";
  readonly library: string;

  constructor(library: string, sentence: string) {
    super(sentence);
    this.library = library;
  }
}

/**
 * @param urls address of each file of `wasm/` by its name there: `strings.json`, `strings.checked.wasm`, ….
 * @param get fetches one; `fresh` asks to pass by what a cache has, because that was of no use.
 */
export function createLibraryLoader(
  urls: ReadonlyMap<string, string>,
  get: (url: string, fresh: boolean) => Promise<Response> = (url, fresh) =>
    fetch(url, { cache: fresh ? "reload" : "default" }),
): LibraryLoader {
  const loaded = new Map<string, Promise<LibraryFiles>>();
  const doubtful = new Set<string>();

  const fetchFile = async (library: string, file: string): Promise<Response> => {
    const url = urls.get(file);
    if (url === undefined) throw new LibraryLoadError(library, `This site has no library “${library}”.`);
    let response: Response;
    try {
      response = await get(url, doubtful.has(library));
    } catch {
      throw new LibraryLoadError(
        library,
        `The library “${library}” did not load, because this site could not be reached. Check the connection, then try again.`,
      );
    }
    if (response.ok) return response;
    throw new LibraryLoadError(
      library,
      `The library “${library}” did not load: this site answered ${response.status} for ${file}. Try again; if that does not help, reload the page.`,
    );
  };
  const fetchLibrary = async (name: string, build: LibraryBuild): Promise<LibraryFiles> => {
    const [description, glue, wasm] = await Promise.all([
      fetchFile(name, `${name}.json`).then((response) => response.text()),
      fetchFile(name, `${name}.${build}.mjs`).then((response) => response.text()),
      fetchFile(name, `${name}.${build}.wasm`).then((response) => response.arrayBuffer()),
    ]);
    return { name, glue, wasm, description };
  };

  return {
    names: [...urls.keys()]
      .flatMap((file) => /^(\w+)\.json$/.exec(file)?.[1] ?? [])
      .filter((name) => name !== "manifest")
      .sort(),
    load(name, build) {
      const key = `${name}.${build}`;
      const known = loaded.get(key);
      if (known) return known;
      const loading = fetchLibrary(name, build);
      loaded.set(key, loading);
      loading.catch(() => loaded.delete(key));
      return loading;
    },
    forget(name) {
      doubtful.add(name);
      for (const build of BUILDS) loaded.delete(`${name}.${build}`);
    },
  };
}
