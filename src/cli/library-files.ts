import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { LibraryBuild, WasmManifest } from "../contract/description.ts";
import type { LibraryFiles } from "../contract/run.ts";

/** Where the shipped libraries are. */
export const WASM = new URL("../../wasm/", import.meta.url);

/** Names of all libraries that are built into `folder`. */
export const libraryNames = (folder: URL): readonly string[] => readManifest(folder).libraries;

/** Names of the variants of a library that are built into `folder`. */
export function variantNames(library: string, folder: URL = WASM): readonly string[] {
  const { variants } = readManifest(folder);
  return Object.hasOwn(variants, library) ? variants[library]! : [];
}

function readManifest(folder: URL): WasmManifest {
  const manifest = new URL("manifest.json", folder);
  if (!existsSync(manifest))
    throw new Error("wasm/manifest.json is missing: run `npm run wasm` to build the libraries");
  return JSON.parse(readFileSync(manifest, "utf8")) as WasmManifest;
}

/**
 * Reads one library's files, or those of one of its variants, which are there for the checked build only.
 * @throws when one is missing.
 */
export async function readLibrary(
  name: string,
  build: LibraryBuild,
  folder = WASM,
  variant?: string,
): Promise<LibraryFiles> {
  const files = variant === undefined ? name : `variants/${name}.${variant}`;
  const file = (ending: string) => new URL(`${files}${ending}`, folder);
  const [glue, wasm, description] = await Promise.all([
    readFile(file(`.${build}.mjs`), "utf8"),
    readFile(file(`.${build}.wasm`)),
    readFile(file(".json"), "utf8"),
  ]);
  return { name, ...(variant !== undefined && { variant }), glue, wasm: new Uint8Array(wasm).buffer, description };
}
