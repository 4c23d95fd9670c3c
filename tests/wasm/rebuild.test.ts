import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { buildLibraries } from "../../src/toolchain/libraries/build.ts";
import { compilerVersion } from "../../src/toolchain/libraries/emcc.ts";
import { C_SOURCES } from "../../src/toolchain/libraries/flags.ts";
import { NOT_LIBRARIES } from "../../src/toolchain/libraries/libraries.ts";
import type { WasmManifest } from "../../src/contract/description.ts";
import { BUILT, SHIPPED } from "./library.ts";

const contentOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"))
      .sort()
      .map((file) => [
        file,
        createHash("sha256")
          .update(readFileSync(path.join(folder, file)))
          .digest("hex"),
      ]),
  );

const manifestOf = (folder: string): WasmManifest =>
  JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8")) as WasmManifest;

const installed = await compilerVersion();
const scratch = mkdtempSync(path.join(os.tmpdir(), "rebuild-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.concurrent.each([
  { folder: SHIPPED, sources: C_SOURCES, declarations: true },
  { folder: BUILT, sources: path.join(import.meta.dirname, "c-sources"), declarations: false },
])("$folder", ({ folder, sources, declarations }) => {
  const manifest = manifestOf(folder);

  test("holds exactly the files of its manifest, unchanged", () => {
    const { "manifest.json": _, ...files } = contentOf(folder);
    expect(files).toEqual(manifest.files);
  });

  test("has a library for each folder of sources", () => {
    const folders = readdirSync(sources).filter((name) => existsSync(path.join(sources, name, `${name}.h`)));
    expect(manifest.libraries).toEqual(folders.filter((name) => !NOT_LIBRARIES.has(name)).sort());
  });

  test("has a variant for each folder of a library's variants", () => {
    const found = manifest.libraries.flatMap((name) => {
      const folders = path.join(sources, name, "variants");
      return existsSync(folders) ? [[name, readdirSync(folders).sort()]] : [];
    });
    expect(manifest.variants).toEqual(Object.fromEntries(found));
  });

  test("comes out again, byte for byte, from another folder", async ({ skip }) => {
    skip(installed === null, "there is no emcc on this machine");
    skip(installed !== manifest.compiler, `built by ${manifest.compiler}; here is ${installed}`);
    // The sources move too: neither place may show in the result.
    const copied = path.join(scratch, `${path.basename(folder)} copied`);
    cpSync(sources, copied, { recursive: true });
    const output = path.join(scratch, `${path.basename(folder)} again`);
    await buildLibraries(copied, output, { declarations });
    expect(contentOf(output)).toEqual(contentOf(folder));
  }, 600_000);
});
