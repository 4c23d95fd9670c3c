import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The C files of one library: a folder `<name>/` that holds `<name>.h`, its interface, and at least one `.c` file. */
export interface LibrarySource {
  readonly name: string;
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
    root,
    files: [header, ...headers, ...sources],
    options: readOptions(path.join(root, name, "build.json")),
  };
}

function readOptions(file: string): LibraryOptions {
  if (!existsSync(file)) return { filesystem: false };
  const options = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  for (const key of Object.keys(options)) {
    if (key !== "filesystem") throw new Error(`${file}: unknown option "${key}"`);
  }
  return { filesystem: options["filesystem"] === true };
}
