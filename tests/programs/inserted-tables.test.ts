import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { libraryNames, WASM } from "../../src/cli/library-files.ts";
import { runProgram } from "../../src/cli/run-program.ts";
import type { LibraryDescription } from "../../src/contract/description.ts";
import { applyEdits, insertDeclarations } from "../../src/ui/editor/declare/insert.ts";
import { ownFunctions } from "../../src/ui/editor/declare/own-functions.ts";
import { editorTypes } from "../types/editor.ts";

/** The program that the editor makes of an empty one, for a library. */
function inserted(name: string): string {
  const library = JSON.parse(readFileSync(new URL(`${name}.json`, WASM), "utf8")) as LibraryDescription;
  return applyEdits("", insertDeclarations("", library, ownFunctions(library)));
}

const tables = libraryNames(WASM).map((name) => ({ name, text: inserted(name) }));
const underlined = editorTypes(new Map(tables.map(({ name, text }) => [`${name}.ts`, text])));

test.each(tables)(
  "$name: the declarations that the editor inserts are what the functions are",
  { timeout: 30_000 },
  async ({ name, text }) => {
    expect(underlined(`${name}.ts`)).toEqual([]);
    const outcome = await runProgram(text);
    if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
    expect(outcome.report).toMatchObject({ status: "completed", faults: [], error: null });
  },
);
