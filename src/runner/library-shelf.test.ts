import { expect, test } from "vitest";
import { readLibrary } from "../cli/library-files.ts";
import type { ImportText } from "./load-library.ts";
import { LibraryShelf } from "./library-shelf.ts";

/** A glue that notes being imported, and instantiates nothing but an empty module. */
function shelf(): { readonly shelf: LibraryShelf; readonly imported: string[] } {
  const imported: string[] = [];
  const importText: ImportText = async (text) => {
    imported.push(text);
    if (text === "damaged") throw new Error("The glue is damaged.");
    return {
      default(settings: {
        instantiateWasm(imports: WebAssembly.Imports, done: () => void): unknown;
        onRuntimeInitialized?: () => void;
      }) {
        settings.instantiateWasm({}, () => settings.onRuntimeInitialized?.());
      },
    };
  };
  return { shelf: new LibraryShelf(importText), imported };
}

const EMPTY_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]).buffer;
const files = async (glue: string) => ({ ...(await readLibrary("strings", "checked")), glue, wasm: EMPTY_MODULE });

test("what was prepared is loaded once", async () => {
  const { shelf: shelved, imported } = shelf();
  const strings = await files("glue");
  shelved.prepare(strings, "checked");
  shelved.prepare(strings, "checked");
  expect((await shelved.take(strings, "checked")).name).toBe("strings");
  expect(imported).toEqual(["glue"]);
});

test("what was not prepared is loaded when it is taken, and so is another build", async () => {
  const { shelf: shelved, imported } = shelf();
  shelved.prepare(await files("checked"), "checked");
  await shelved.take(await files("fast"), "fast");
  expect(imported).toEqual(["checked", "fast"]);
});

test("what did not load ahead is tried again, with the files that the run has", async () => {
  const { shelf: shelved } = shelf();
  shelved.prepare(await files("damaged"), "checked");
  await expect(shelved.take(await files("damaged"), "checked")).rejects.toThrow("The glue is damaged.");
  expect((await shelved.take(await files("sound"), "checked")).name).toBe("strings");
});
