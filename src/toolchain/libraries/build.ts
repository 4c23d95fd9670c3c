import { chmod, copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { LibraryDescription } from "../../contract/description.ts";
import { buildChecked, buildFast } from "./binaries.ts";
import { buildChecker } from "./checker.ts";
import { declarationsOf } from "../description/declarations.ts";
import { readText, type LibraryText } from "./describe.ts";
import { compilerVersion } from "./emcc.ts";
import { findLibraries, findVariants, outputName, VARIANTS, type LibrarySource } from "./libraries.ts";
import { manifestOf } from "./manifest.ts";
import { unlikeItsLibrary } from "./variant.ts";
import type { LocationTable } from "../assembly/locations.ts";

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
    await mkdir(path.join(made, VARIANTS), { recursive: true });
    const checker = await buildChecker(path.join(scratch, "checker"));
    const libraries = findLibraries(sources);
    const descriptions: LibraryDescription[] = [];
    const variants: Record<string, string[]> = {};
    for (const library of libraries) {
      const folder = path.join(scratch, "libraries", library.name);
      const description = await buildLibrary(library, checker, made, folder);
      descriptions.push(description);
      for (const variant of findVariants(library)) {
        (variants[library.name] ??= []).push(variant.variant!);
        await buildVariant(variant, description, checker, made, path.join(folder, VARIANTS, variant.variant!));
      }
    }
    if (options.declarations) await writeFile(path.join(made, "libraries.d.ts"), declarationsOf(descriptions));
    const names = libraries.map((library) => library.name);
    const manifest = await manifestOf(made, compiler, { libraries: names, variants }, await filesBelow(made));
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
  return writeDescription(library, text, table, output);
}

/** A variant is there for run conditions, which only a checked build has. @param library what the library says of itself */
async function buildVariant(
  variant: LibrarySource,
  library: LibraryDescription,
  checker: string,
  output: string,
  scratch: string,
): Promise<void> {
  const text = await readText(variant);
  const problem = unlikeItsLibrary(variant, text, library);
  if (problem !== null) throw new Error(problem);
  await writeDescription(variant, text, await buildChecked(variant, text, checker, output, scratch), output);
}

async function writeDescription(
  library: LibrarySource,
  { functions, structs }: LibraryText,
  { locations }: LocationTable,
  output: string,
): Promise<LibraryDescription> {
  const { name, variant, files } = library;
  const description: LibraryDescription = {
    name,
    ...(variant !== null && { variant }),
    files,
    functions,
    structs,
    locations,
  };
  await writeFile(path.join(output, `${outputName(library)}.json`), `${JSON.stringify(description, null, 2)}\n`);
  return description;
}

/** Only when everything is made: a build that fails leaves the output as it was. */
async function replaceFolder(output: string, made: string): Promise<void> {
  const files = await filesBelow(made);
  for (const file of files) {
    await mkdir(path.dirname(path.join(output, file)), { recursive: true });
    await copyFile(path.join(made, file), path.join(output, file));
    // emcc makes binaries executable, which they are not here.
    await chmod(path.join(output, file), 0o644);
  }
  for (const file of await filesBelow(output)) {
    if (!files.includes(file)) await rm(path.join(output, file));
  }
}

/** The path of every file in a folder and in those below it, with forward slashes. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
}
