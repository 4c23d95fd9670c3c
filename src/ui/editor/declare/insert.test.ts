import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { LibraryDescription } from "../../../contract/description.ts";
import { applyEdits, insertDeclarations, replaceDeclaration } from "./insert.ts";
import { findTables } from "./tables.ts";
import { describeFunction } from "./words.ts";

const WASM = new URL("../../../../wasm/", import.meta.url);
const libraryOf = (name: string): LibraryDescription =>
  JSON.parse(readFileSync(new URL(`${name}.json`, WASM), "utf8")) as LibraryDescription;
const strings = libraryOf("strings");
const ownNames = ({ functions }: LibraryDescription): string[] =>
  functions.filter(({ definition }) => definition !== null).map(({ name }) => name);

test("an empty program gets the import and a table that says who owns what", () => {
  const text = applyEdits("", insertDeclarations("", strings, ["get_version", "get_error_message"]));
  expect(text).toBe(`import { borrowed, dlopen, owned, taken } from "ffi";

using strings = dlopen("strings", {
  get_version: { parameters: [], result: borrowed("pointer") },
  get_error_message: { parameters: [], result: owned("pointer", "free_string") },
  free_string: { parameters: [taken("pointer")], result: "void" },
});
`);
});

test("a table that is there is completed, and its own entries stay", () => {
  const program = `import { dlopen, type Pointer } from "ffi";
using lib = dlopen("strings", {
  // "}" in a comment, and in a string
  set_name: { parameters: ["buffer"], result: "bool" }, // mine
});
`;
  expect(applyEdits(program, insertDeclarations(program, strings, ["set_name", "free_string"]))).toBe(
    `import { dlopen, taken, type Pointer } from "ffi";
using lib = dlopen("strings", {
  // "}" in a comment, and in a string
  set_name: { parameters: ["buffer"], result: "bool" }, // mine
  free_string: { parameters: [taken("pointer")], result: "void" },
});
`,
  );
  const done = applyEdits(program, insertDeclarations(program, strings, ["set_name"]));
  expect(done).toBe(program);
});

test("a struct is declared before the table that needs it, once", () => {
  const program = 'import { dlopen } from "ffi";\nusing s = dlopen("structs", {});\n';
  const text = applyEdits(program, insertDeclarations(program, libraryOf("structs"), ["calculate_distance"]));
  expect(text).toBe(`import { dlopen, struct } from "ffi";
const Point = struct({ x: "f64", y: "f64" });
using s = dlopen("structs", {
  calculate_distance: { parameters: [Point, Point], result: "f64" },
});
`);
  const again = applyEdits(text, insertDeclarations(text, libraryOf("structs"), ["rect_contains_point"]));
  expect(again.match(/const Point/g)).toHaveLength(1);
});

test("an entry unlike its prototype, or of a misspelt name, is replaced", () => {
  const program =
    'import { dlopen } from "ffi";\nusing s = dlopen("strings", { stored_lenght: { parameters: ["i32"], result: "void" } });\n';
  expect(applyEdits(program, replaceDeclaration(program, strings, "stored_lenght", "stored_length"))).toBe(
    'import { dlopen } from "ffi";\nusing s = dlopen("strings", { stored_length: { parameters: [], result: "usize" } });\n',
  );
  expect(replaceDeclaration(program, strings, "nothing")).toEqual([]);
});

describe("the whole of a header is declared as its prototypes are", () => {
  const names = readdirSync(WASM).flatMap((file) => /^(\w+)\.json$/.exec(file)?.[1] ?? []);
  test.each(names.filter((name) => name !== "manifest"))("%s.h", (name) => {
    const library = libraryOf(name);
    const text = applyEdits("", insertDeclarations("", library, ownNames(library)));
    const [table] = findTables(text);
    expect(table?.entries.map((entry) => entry.name).sort()).toEqual(expect.arrayContaining(ownNames(library).sort()));
    expect(insertDeclarations(text, library, ownNames(library))).toEqual([]);
  });
});

test("a table without an end is left alone", () => {
  expect(findTables('dlopen("strings", { set_name: {')).toEqual([]);
});

test("what a function's hover says: prototype, the header's words, who owns what", () => {
  const text = describeFunction(strings.functions.find(({ name }) => name === "get_error_message")!);
  expect(text).toContain("```c\nchar *get_error_message(void)\n```");
  expect(text).toContain("Every call makes a new text");
  expect(text).toContain("The result is yours: release it with `free_string`. The result may be null.");
});
