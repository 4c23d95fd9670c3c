import type { LibraryBuild } from "../contract/description.ts";
import type { LibraryFiles } from "../contract/run.ts";

/** Loads libraries, each once. */
export interface LibraryLoader {
  /** Names that can be loaded, sorted. */
  readonly names: readonly string[];
  /** Names of a library's variants, sorted. */
  variants(library: string): readonly string[];
  /**
   * The files of one library, or of one of its variants, which are there for the checked build only. What has arrived is kept; what failed is fetched again when asked for again.
   *
   * @throws {LibraryLoadError} in one sentence.
   */
  load(name: string, build: LibraryBuild, variant?: string): Promise<LibraryFiles>;
  /** Lets go of a library's files, and its variants': what arrived was of no use. */
  forget(name: string): void;
}

export class LibraryLoadError extends Error {
  override readonly name = "LibraryLoadError";
  readonly library: string;

  constructor(library: string, sentence: string) {
    super(sentence);
    this.library = library;
  }
}

/**
 * @param urls address of each file of `wasm/` by its path there: `strings.json`, `variants/strings.one-buffer.json`, ….
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
  const fetchLibrary = async (name: string, build: LibraryBuild, variant?: string): Promise<LibraryFiles> => {
    const files = variant === undefined ? name : `variants/${name}.${variant}`;
    const [description, glue, wasm] = await Promise.all([
      fetchFile(name, `${files}.json`).then((response) => response.text()),
      fetchFile(name, `${files}.${build}.mjs`).then((response) => response.text()),
      fetchFile(name, `${files}.${build}.wasm`).then((response) => response.arrayBuffer()),
    ]);
    return { name, ...(variant !== undefined && { variant }), glue, wasm, description };
  };

  return {
    names: [...urls.keys()]
      .flatMap((file) => /^(\w+)\.json$/.exec(file)?.[1] ?? [])
      .filter((name) => name !== "manifest")
      .sort(),
    variants: (library) =>
      [...urls.keys()]
        .flatMap((file) => {
          const [, of, variant] = /^variants\/(\w+)\.([\w-]+)\.json$/.exec(file) ?? [];
          return of === library && variant !== undefined ? [variant] : [];
        })
        .sort(),
    load(name, build, variant) {
      const key = `${name}/${variant ?? ""}.${build}`;
      const known = loaded.get(key);
      if (known) return known;
      const loading = fetchLibrary(name, build, variant);
      loaded.set(key, loading);
      loading.catch(() => loaded.delete(key));
      return loading;
    },
    forget(name) {
      doubtful.add(name);
      for (const key of loaded.keys()) if (key.startsWith(`${name}/`)) loaded.delete(key);
    },
  };
}
