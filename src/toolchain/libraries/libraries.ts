import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The C files of one library: a folder `<name>/` that holds `<name>.h`, its interface, and at least one `.c` file. */
export interface LibrarySource {
  readonly name: string;
  /** Null for the library itself; the name of a variant, whose files stand in the library's `variants/<variant>/`. */
  readonly variant: string | null;
  /** Absolute path of the folder that holds the library's folder. Compilers run there, so no path of this machine gets into what they write. */
  readonly root: string;
  /** Header first, then further headers, then sources; names within the library's folder. */
  readonly files: readonly string[];
  readonly options: LibraryOptions;
}

/** What a library's `build.json` may say. */
export interface LibraryOptions {
  /** Whether it uses files: links Emscripten's file system. */
  readonly filesystem: boolean;
}

/** Folders of `c-sources/` whose C is compiled into what is checked; each has a README. Their files find each other's. */
export const CHECKER_FOLDERS = ["checker", "definedness", "interceptors", "posix"] as const;

/** Every folder that holds no library. */
export const NOT_LIBRARIES: ReadonlySet<string> = new Set([...CHECKER_FOLDERS, "include", "glue"]);

/** Every library below `root`, by name. Throws for a folder that is none, so that a misspelt header is not passed over. */
export function findLibraries(root: string): LibrarySource[] {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NOT_LIBRARIES.has(entry.name))
    .map((entry) => entry.name)
    .sort();
  return folders.map((name) => readLibrary(root, name));
}

function readLibrary(root: string, name: string): LibrarySource {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new Error(`c-sources/${name}: a library's name consists of lower-case letters, digits and "_"`);
  }
  const names = readdirSync(path.join(root, name)).sort();
  const header = `${name}.h`;
  if (!names.includes(header)) throw new Error(`c-sources/${name}: there is no ${header}`);
  const headers = names.filter((file) => file.endsWith(".h") && file !== header);
  const sources = names.filter((file) => file.endsWith(".c"));
  if (sources.length === 0) throw new Error(`c-sources/${name}: there is no .c file`);
  return {
    name,
    variant: null,
    root,
    files: [header, ...headers, ...sources],
    options: readOptions(path.join(root, name, "build.json")),
  };
}

/** The folder of a library, and of what is built into `wasm/`, that holds the variants. */
export const VARIANTS = "variants";

/**
 * Every variant of a library, by name: a folder `variants/<variant>/` with other `.c` files for the same header, which they
 * include from the library's folder. Throws for a folder that is none.
 */
export function findVariants(library: LibrarySource): LibrarySource[] {
  const folder = path.join(library.root, library.name, VARIANTS);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((variant) => readVariant(library, variant));
}

function readVariant(library: LibrarySource, variant: string): LibrarySource {
  const place = `${VARIANTS}/${variant}`;
  const where = `c-sources/${library.name}/${place}`;
  if (!/^[a-z][a-z0-9-]*$/.test(variant)) {
    throw new Error(`${where}: a variant's name consists of lower-case letters, digits and "-"`);
  }
  const names = readdirSync(path.join(library.root, library.name, place)).sort();
  const shared = library.files.filter((file) => file.endsWith(".h"));
  const twice = names.find((name) => shared.includes(name));
  if (twice !== undefined) throw new Error(`${where}: ${twice} is the library's, which its variants include as it is`);
  const own = (ending: string) => names.filter((name) => name.endsWith(ending)).map((name) => `${place}/${name}`);
  const sources = own(".c");
  if (sources.length === 0) throw new Error(`${where}: there is no .c file`);
  return { ...library, variant, files: [...shared, ...own(".h"), ...sources] };
}

/** What the files that are built from it are called, below the folder of all, without their endings: `strings`. */
export const outputName = ({ name, variant }: LibrarySource): string =>
  variant === null ? name : `${VARIANTS}/${name}.${variant}`;

function readOptions(file: string): LibraryOptions {
  if (!existsSync(file)) return { filesystem: false };
  const options = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  for (const key of Object.keys(options)) {
    if (key !== "filesystem") throw new Error(`${file}: unknown option "${key}"`);
  }
  return { filesystem: options["filesystem"] === true };
}
