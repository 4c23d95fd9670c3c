import { readFile } from "node:fs/promises";
import path from "node:path";
import type { CFunction, CLocation, CStruct } from "../../contract/description.ts";
import { parseAst } from "../description/ast.ts";
import { emcc } from "./emcc.ts";
import { includeFlags, LIBRARY_FLAGS } from "./flags.ts";
import { definitionsOf, interfaceOf, type Definition } from "../description/functions.ts";
import { LIBC, LIBC_FILES } from "../description/libc.ts";
import type { LibrarySource } from "./libraries.ts";
import type { Locate } from "../assembly/locations.ts";
import { parseLayouts, structsOf } from "../description/structs.ts";

/** What clang says about a library's text, before anything is compiled. */
export interface LibraryText {
  readonly functions: readonly CFunction[];
  readonly structs: readonly CStruct[];
  /** Names of all functions the library defines, its internal ones too. */
  readonly defined: ReadonlySet<string>;
  readonly locate: Locate;
}

/**
 * Reads a library's interface. Throws when its header declares a function that no file of it defines: the binary could
 * not export it.
 */
export async function readText(library: LibrarySource): Promise<LibraryText> {
  const paths = library.files.map((file) => `${library.name}/${file}`);
  const fileIndex = (file: string): number => paths.indexOf(file);
  const header = paths[0]!;
  const dump = (file: string, ...what: string[]): Promise<string> =>
    emcc(library.root, [
      ...LIBRARY_FLAGS,
      ...includeFlags(library),
      "-DFFI_DESCRIBE",
      "-fsyntax-only",
      "-x",
      "c",
      ...what.flatMap((w) => ["-Xclang", w]),
      file,
    ]);

  const sources = paths.filter((file) => file.endsWith(".c"));
  const trees = await Promise.all(sources.map(async (file) => parseAst(await dump(file, "-ast-dump=json"))));
  const definitions = trees.flatMap((tree) => definitionsOf(tree, fileIndex));
  const find = (name: string) => definitions.find((found) => found.external && found.location.function === name);
  const definition = (name: string): CLocation | null => find(name)?.location ?? null;

  const headerTree = parseAst(await dump(header, "-ast-dump=json"));
  const layouts = parseLayouts(await dump(header, "-fdump-record-layouts-complete", "-fdump-record-layouts-simple"));
  const structs = structsOf(headerTree, header, layouts);
  const functions = interfaceOf(
    headerTree,
    header,
    await readFile(path.join(library.root, header)),
    definition,
    structs,
  );
  for (const { name, definition: found } of functions) {
    const files = library.variant === null ? "the library" : `its variant ${library.variant}`;
    if (found === null) throw new Error(`${header} declares ${name}, which no file of ${files} defines`);
    if (find(name)?.declared !== true) {
      throw new Error(`${paths[found.file]} defines ${name} and does not include ${header}, which declares it`);
    }
  }
  const libc = library.options.filesystem ? [...LIBC, ...LIBC_FILES] : LIBC;
  const known = new Set(functions.map((each) => each.name));
  return {
    functions: [...functions, ...libc.filter((each) => !known.has(each.name))],
    structs,
    defined: new Set(definitions.map((each) => each.location.function)),
    locate: locator(fileIndex, definitions),
  };
}

/**
 * Names the function whose text a line belongs to. Code inlined from another function keeps that function's lines, so
 * the line says more than the machine code around it.
 */
function locator(fileIndex: (file: string) => number, definitions: readonly Definition[]): Locate {
  return (file, line, column) => {
    const index = fileIndex(file);
    if (index < 0) return null;
    const inside = definitions.find(
      ({ location, firstLine, lastLine }) => location.file === index && firstLine <= line && line <= lastLine,
    );
    return inside === undefined ? null : { file: index, line, column, function: inside.location.function };
  };
}
