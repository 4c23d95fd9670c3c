import type { CFunction, LibraryDescription } from "../../../contract/description.ts";
import { declare, declareStruct, type Declaration } from "./declaration.ts";
import { findTables, type Table } from "./tables.ts";

/** Replaces a stretch of a text. Edits do not overlap; each is meant for the text as it was before any of them. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Declares functions of a library in a program: in the table that the program already gives to `dlopen`, or in a new one.
 * Those it declares already are left as they are.
 */
export function insertDeclarations(text: string, library: LibraryDescription, names: readonly string[]): Edit[] {
  const table = findTables(text).find((each) => each.library === library.name);
  const missing = library.functions.filter(
    ({ name }) => names.includes(name) && !table?.entries.some((entry) => entry.name === name),
  );
  if (missing.length === 0) return [];
  const declarations = withReleases(missing, library, table).map((each) => declare(each, library));
  const lines = declarations.map(({ entry }) => `  ${entry},\n`).join("");
  if (table) return [intoTable(text, table, lines), ...surroundings(text, library, declarations, table)];
  const opened = `using ${library.name} = dlopen("${library.name}", {\n${lines}});\n`;
  return surroundings(text, library, declarations, null, opened);
}

/** Declares one function as its C prototype does, in the place of whatever entry stands under `written`. */
export function replaceDeclaration(text: string, library: LibraryDescription, written: string, name = written): Edit[] {
  const table = findTables(text).find((each) => each.library === library.name);
  const entry = table?.entries.find((each) => each.name === written);
  const actual = library.functions.find((each) => each.name === name);
  if (!table || !entry || !actual) return [];
  const declaration = declare(actual, library);
  const needed = withReleases([actual], library, table).filter((each) => each !== actual);
  const more = needed.map((each) => declare(each, library));
  const lines = more.map((each) => `  ${each.entry},\n`).join("");
  return [
    { start: entry.start, end: entry.end, text: declaration.entry },
    ...(lines === "" ? [] : [intoTable(text, table, lines)]),
    ...surroundings(text, library, [declaration, ...more], table),
  ];
}

/** All edits applied. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((whole, edit) => whole.slice(0, edit.start) + edit.text + whole.slice(edit.end), text);
}

/** A table has to have the functions that its `owned` results are released with. */
function withReleases(
  wanted: readonly CFunction[],
  library: LibraryDescription,
  table: Table | undefined,
): CFunction[] {
  const releases = wanted.flatMap(({ resultOwnership }) =>
    resultOwnership.kind === "owned" ? [resultOwnership.release] : [],
  );
  const there = (name: string): boolean =>
    wanted.some((each) => each.name === name) || (table?.entries.some((entry) => entry.name === name) ?? false);
  return [...wanted, ...library.functions.filter(({ name }) => releases.includes(name) && !there(name))];
}

function intoTable(text: string, table: Table, lines: string): Edit {
  const last = table.entries.at(-1);
  const inside = text.slice(last?.end ?? table.start, table.end);
  const comma = last && !inside.includes(",") ? "," : "";
  const at = last ? last.end + (comma === "" ? inside.indexOf(",") + 1 : 0) : table.start;
  const rest = text.slice(at, table.end).trim();
  return { start: at, end: table.end, text: `${comma}${rest === "" ? "" : ` ${rest}`}\n${lines}` };
}

/** What the declarations need around them: imports, structs, and before them `opened`, a table of its own. */
function surroundings(
  text: string,
  library: LibraryDescription,
  declarations: readonly Declaration[],
  table: Table | null,
  opened = "",
): Edit[] {
  const structs = [...new Set(declarations.flatMap((each) => each.structs))].filter(
    ({ name }) => !new RegExp(`\\b(const|let)\\s+${name}\\b`).test(text),
  );
  const before = structs.map((struct) => `${declareStruct(struct, library)}\n`).join("");
  const names = [...declarations.flatMap((each) => each.imports), ...(table ? [] : ["dlopen"])];
  const wanted = structs.length > 0 ? names : names.filter((name) => name !== "struct" && name !== "array");
  const imported = importEdit(text, [...new Set(wanted)]);
  const block = before + opened;
  if (block === "") return imported.edit ? [imported.edit] : [];
  const start = table ? startOfStatement(text, table.start) : imported.end;
  // With no import to stand after, the two are one edit.
  if (imported.edit && imported.edit.start === start && imported.edit.end === start) {
    return [{ start, end: start, text: imported.edit.text + block }];
  }
  const lead = start > 0 && text[start - 1] !== "\n" ? "\n" : "";
  return [...(imported.edit ? [imported.edit] : []), { start, end: start, text: lead + block }];
}

/** Adds names to the import of `"ffi"`, or a line with it. `end` is where the imports end. */
function importEdit(text: string, names: readonly string[]): { edit: Edit | null; end: number } {
  const match = /import\s*\{([^}]*)\}\s*from\s*["']ffi["'];?[^\S\n]*\n?/.exec(text);
  if (!match) {
    const line = `import { ${[...names].sort(byName).join(", ")} } from "ffi";\n\n`;
    return { edit: names.length === 0 ? null : { start: 0, end: 0, text: line }, end: 0 };
  }
  const end = match.index + match[0].length;
  const there = match[1]!
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  const missing = names.filter((name) => !there.includes(name));
  if (missing.length === 0) return { edit: null, end };
  const list = [...there, ...missing].sort(byName).join(", ");
  const start = match.index + match[0].indexOf("{");
  return { edit: { start, end: start + match[1]!.length + 2, text: `{ ${list} }` }, end };
}

/** Types last, as this project writes its imports. */
const byName = (a: string, b: string): number =>
  Number(a.startsWith("type ")) - Number(b.startsWith("type ")) || (a.toLowerCase() < b.toLowerCase() ? -1 : 1);

function startOfStatement(text: string, at: number): number {
  const line = text.lastIndexOf("\n", at) + 1;
  return line;
}
