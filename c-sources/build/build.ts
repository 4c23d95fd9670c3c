import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { LibraryDescription } from "../../src/contract/description.ts";
import { buildChecked, buildFast } from "./binaries.ts";
import { buildChecker } from "./checker.ts";
import { declarationsOf } from "./declarations.ts";
import { readText } from "./describe.ts";
import { compilerVersion } from "./emcc.ts";
import { findLibraries, type LibrarySource } from "./libraries.ts";
import { manifestOf } from "./manifest.ts";

const DECLARATIONS = "libraries.d.ts";

export interface BuildOptions {
  /** Whether to write `libraries.d.ts`, the types by which an editor knows the libraries. */
  readonly declarations: boolean;
}

/**
 * Builds every library below `sources` into `output`, and removes from `output` what it did not make: what is there
 * afterwards is exactly what these sources give. Throws when there is no emcc, or when it refuses a file.
 */
export async function buildLibraries(sources: string, output: string, options: BuildOptions): Promise<void> {
  const compiler = await compilerVersion();
  if (compiler === null) throw new Error("emcc was not found; on Debian: apt-get install emscripten");
  await mkdir(output, { recursive: true });
  const scratch = await mkdtemp(path.join(os.tmpdir(), "ffi-playground-"));
  try {
    const checker = await buildChecker(path.join(scratch, "checker"));
    const libraries = findLibraries(sources);
    const descriptions: LibraryDescription[] = [];
    for (const library of libraries) {
      descriptions.push(await buildLibrary(library, checker, output, path.join(scratch, "libraries", library.name)));
    }
    const names = libraries.map((library) => library.name);
    const files = names.flatMap(filesOf);
    if (options.declarations) {
      await writeFile(path.join(output, DECLARATIONS), declarationsOf(descriptions));
      files.push(DECLARATIONS);
    }
    // emcc makes binaries executable, which they are not here.
    await Promise.all(files.map((file) => chmod(path.join(output, file), 0o644)));
    const manifest = await manifestOf(output, compiler, names, files);
    await writeFile(path.join(output, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    await removeOthers(output, new Set([...files, "manifest.json"]));
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

const filesOf = (name: string): string[] => [
  `${name}.json`,
  ...["fast", "checked"].flatMap((build) => [`${name}.${build}.mjs`, `${name}.${build}.wasm`]),
];

async function buildLibrary(
  library: LibrarySource,
  checker: string,
  output: string,
  scratch: string,
): Promise<LibraryDescription> {
  const text = await readText(library);
  const [table] = await Promise.all([
    buildChecked(library, text, checker, output, scratch),
    buildFast(library, text, output),
  ]);
  const description: LibraryDescription = {
    name: library.name,
    files: library.files,
    functions: text.functions,
    structs: text.structs,
    sites: table.sites,
  };
  await writeFile(path.join(output, `${library.name}.json`), `${JSON.stringify(description, null, 2)}\n`);
  return description;
}

async function removeOthers(output: string, made: ReadonlySet<string>): Promise<void> {
  for (const file of await readdir(output)) {
    if (!made.has(file)) await rm(path.join(output, file), { recursive: true });
  }
}
