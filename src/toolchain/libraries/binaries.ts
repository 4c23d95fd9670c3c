import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { emcc } from "./emcc.ts";
import { WRAPPED } from "../checker/interface.ts";
import { CHECKED_FLAGS, includeFlags, LIBRARY_FLAGS, linkFlags } from "./flags.ts";
import type { LibraryText } from "./describe.ts";
import { outputName, type LibrarySource } from "./libraries.ts";
import { checkLibrary } from "../assembly/checked-library.ts";
import type { Line } from "../assembly/lines.ts";
import { moveChecksOutOfLoops } from "../assembly/loops/hot-loops.ts";
import { LocationTable } from "../assembly/locations.ts";

/** Paths, in `output`, that a build writes for one library: `strings.fast.mjs`, `strings.fast.wasm`, and so on. */
const glueOf = (output: string, library: LibrarySource, build: string): string =>
  path.join(output, `${outputName(library)}.${build}.mjs`);

const sourcesOf = (library: LibrarySource): string[] => library.files.filter((file) => file.endsWith(".c"));

export async function buildFast(library: LibrarySource, text: LibraryText, output: string): Promise<void> {
  await emcc(library.root, [
    ...LIBRARY_FLAGS,
    ...sourcesOf(library).map((file) => `${library.name}/${file}`),
    ...linkFlags(
      "fast",
      text.functions.map((each) => each.exportName.fast),
      library.options.filesystem,
    ),
    ...["-o", glueOf(output, library, "fast")],
  ]);
}

/**
 * Compiles each file with inline checks, stores code locations in its assembly, and links it with the checker.
 *
 * @param checker The checker's object file.
 * @param scratch An empty folder for what comes between.
 * @param moveChecks The pass over its loops; a test compares with a build that leaves them as they are.
 * @returns the code locations the binary reports by number.
 */
export async function buildChecked(
  library: LibrarySource,
  text: LibraryText,
  checker: string,
  output: string,
  scratch: string,
  moveChecks: (lines: readonly Line[]) => Line[] = moveChecksOutOfLoops,
): Promise<LocationTable> {
  await mkdir(scratch, { recursive: true });
  const table = new LocationTable();
  const objects: string[] = [];
  for (const file of sourcesOf(library)) {
    const base = path.join(scratch, path.basename(file, ".c"));
    await emcc(library.root, [
      ...CHECKED_FLAGS,
      ...includeFlags(library),
      "-S",
      `${library.name}/${file}`,
      "-o",
      `${base}.s`,
    ]);
    const compiled = await readFile(`${base}.s`, "utf8");
    const about = { table, locate: text.locate, defined: text.defined, wrapped: WRAPPED, moveChecks };
    await writeFile(`${base}.s`, checkLibrary(compiled, about));
    await emcc(scratch, ["-c", `${base}.s`, "-o", `${base}.o`]);
    objects.push(`${base}.o`);
  }
  await emcc(library.root, [
    ...objects,
    checker,
    ...linkFlags(
      "checked",
      text.functions.map((each) => each.exportName.checked),
      library.options.filesystem,
    ),
    ...["-o", glueOf(output, library, "checked")],
  ]);
  return table;
}
