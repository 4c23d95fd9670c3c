import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { LibraryBuild, WasmManifest } from "../contract/description.ts";
import type { LibraryFiles } from "../contract/run.ts";

/** Where the shipped libraries are. */
export const WASM = new URL("../../wasm/", import.meta.url);

/** Names of all libraries that are built into `folder`. */
export function libraryNames(folder: URL): readonly string[] {
  const manifest = new URL("manifest.json", folder);
  if (!existsSync(manifest))
    throw new Error("wasm/manifest.json is missing: run `npm run wasm` to build the libraries");
  return (JSON.parse(readFileSync(manifest, "utf8")) as WasmManifest).libraries;
}

/** Reads one library's files. @throws when one is missing. */
export async function readLibrary(name: string, build: LibraryBuild, folder = WASM): Promise<LibraryFiles> {
  const file = (ending: string) => new URL(`${name}${ending}`, folder);
  const [glue, wasm, description] = await Promise.all([
    readFile(file(`.${build}.mjs`), "utf8"),
    readFile(file(`.${build}.wasm`)),
    readFile(file(".json"), "utf8"),
  ]);
  return { name, glue, wasm: new Uint8Array(wasm).buffer, description };
}
