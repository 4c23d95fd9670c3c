import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { editorTypes } from "./editor.ts";

/**
 * Programs that must not pass the editor. Their first lines, `// says …`, are the message, line by line as far as they go;
 * the one line that ends with `// here` is underlined, and no other is.
 */
const FOLDER = new URL("wrong/", import.meta.url);
const programs = new Map(
  readdirSync(FOLDER)
    .sort()
    .map((name) => [name, readFileSync(new URL(name, FOLDER), "utf8")]),
);
const underlined = editorTypes(programs);

describe("the editor underlines", () => {
  it.each([...programs.keys()])("%s", (name) => {
    const lines = programs.get(name)!.split("\n");
    const says = lines.flatMap((line) => /^\/\/ says (.*)$/.exec(line)?.[1] ?? []);
    const marked = lines.flatMap((line, index) => (line.endsWith("// here") ? [index + 1] : []));
    expect(says.length).toBeGreaterThan(0);
    expect(marked).toHaveLength(1);
    const found = underlined(name);
    expect(found.map(({ line }) => line)).toEqual(marked);
    const message = found[0]!.message.split("\n").map((line) => line.trim());
    expect(message.slice(0, says.length)).toEqual(says);
  });

  it("in at least thirty wrong programs", () => {
    expect(programs.size).toBeGreaterThanOrEqual(30);
  });

  it("with the TypeScript that these tests use", () => {
    const path = createRequire(import.meta.url).resolve("monaco-editor/editor/editor.api");
    const metadata = path.replace(
      /esm[\\/]vs[\\/].*$/,
      "esm/vs/languages/features/typescript/lib/typescriptServicesMetadata.js",
    );
    expect(readFileSync(metadata, "utf8")).toContain(`"${ts.version}"`);
  });
});
