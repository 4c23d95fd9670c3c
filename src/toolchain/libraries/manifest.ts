import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { WasmManifest } from "../../contract/description.ts";

/** @param files Paths in `folder`; the manifest itself is not among them. */
export async function manifestOf(
  folder: string,
  compiler: string,
  { libraries, variants }: Pick<WasmManifest, "libraries" | "variants">,
  files: readonly string[],
): Promise<WasmManifest> {
  const hashes = await Promise.all(
    [...files].sort().map(async (file) => {
      const content = await readFile(path.join(folder, file));
      return [file, createHash("sha256").update(content).digest("hex")] as const;
    }),
  );
  return { compiler, libraries, variants, files: Object.fromEntries(hashes) };
}
