import { chmod, copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { LibraryDescription } from "../../contract/description.ts";
import { buildChecked, buildFast } from "./binaries.ts";
import { buildChecker } from "./checker.ts";
import { declarationsOf } from "../description/declarations.ts";
import { readText } from "./describe.ts";
import { compilerVersion } from "./emcc.ts";
import { findLibraries, type LibrarySource } from "./libraries.ts";
import { manifestOf } from "./manifest.ts";

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
  const scratch = await mkdtemp(path.join(os.tmpdir(), "ffi-playground-"));
  try {
    const made = path.join(scratch, "made");
    await mkdir(made);
    const checker = await buildChecker(path.join(scratch, "checker"));
    const libraries = findLibraries(sources);
    const descriptions: LibraryDescription[] = [];
    for (const library of libraries) {
      descriptions.push(await buildLibrary(library, checker, made, path.join(scratch, "libraries", library.name)));
    }
    if (options.declarations) await writeFile(path.join(made, "libraries.d.ts"), declarationsOf(descriptions));
    const names = libraries.map((library) => library.name);
    const manifest = await manifestOf(made, compiler, names, await readdir(made));
    await writeFile(path.join(made, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    await replaceFolder(output, made);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

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
    locations: table.locations,
  };
  await writeFile(path.join(output, `${library.name}.json`), `${JSON.stringify(description, null, 2)}\n`);
  return description;
}

/** Only when everything is made: a build that fails leaves the output as it was. */
async function replaceFolder(output: string, made: string): Promise<void> {
  await mkdir(output, { recursive: true });
  const files = await readdir(made);
  for (const file of files) {
    await copyFile(path.join(made, file), path.join(output, file));
    // emcc makes binaries executable, which they are not here.
    await chmod(path.join(output, file), 0o644);
  }
  for (const file of await readdir(output)) {
    if (!files.includes(file)) await rm(path.join(output, file), { recursive: true });
  }
}
