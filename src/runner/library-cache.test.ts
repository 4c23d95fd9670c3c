import { expect, test } from "vitest";
import { readLibrary } from "../cli/library-files.ts";
import type { ImportText } from "./load-library.ts";
import { LibraryCache } from "./library-cache.ts";

/** A glue that notes being imported, and instantiates nothing but an empty module. */
function cache(): { readonly cache: LibraryCache; readonly imported: string[] } {
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
  return { cache: new LibraryCache(importText), imported };
}

const EMPTY_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]).buffer;
const files = async (glue: string) => ({ ...(await readLibrary("strings", "checked")), glue, wasm: EMPTY_MODULE });

test("what was prepared is loaded once", async () => {
  const { cache: cached, imported } = cache();
  const strings = await files("glue");
  cached.prepare(strings, "checked");
  cached.prepare(strings, "checked");
  expect((await cached.take(strings, "checked")).name).toBe("strings");
  expect(imported).toEqual(["glue"]);
});

test("what was not prepared is loaded when it is taken, and so is another build", async () => {
  const { cache: cached, imported } = cache();
  cached.prepare(await files("checked"), "checked");
  await cached.take(await files("fast"), "fast");
  expect(imported).toEqual(["checked", "fast"]);
});

test("what did not load ahead is tried again, with the files that the run has", async () => {
  const { cache: cached } = cache();
  cached.prepare(await files("damaged"), "checked");
  await expect(cached.take(await files("damaged"), "checked")).rejects.toThrow("The glue is damaged.");
  expect((await cached.take(await files("sound"), "checked")).name).toBe("strings");
});

test("a variant is not what was prepared of its library", async () => {
  const { cache: cached, imported } = cache();
  cached.prepare(await files("library"), "checked");
  await cached.take({ ...(await files("variant")), variant: "other" }, "checked");
  expect(imported).toEqual(["library", "variant"]);
});
