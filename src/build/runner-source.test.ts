import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Script } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleRunner } from "./runner-source.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "runner-source-"));
});
afterAll(() => rm(folder, { recursive: true }));

const write = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};

describe("the runner's text", () => {
  it("is one classic script with its imports in it", async () => {
    await write("greeting.ts", `export const greeting: string = "hello";`);
    const entry = await write("entry.ts", `import { greeting } from "./greeting.ts"; globalThis.said = greeting;`);
    const { code, files } = await bundleRunner(entry);
    const scope: Record<string, unknown> = {};
    new Script(`(globalThis) => {${code}}`).runInThisContext()(scope);
    expect(scope).toEqual({ said: "hello" });
    expect(files.map((file) => file.slice(folder.length + 1)).sort()).toEqual(["entry.ts", "greeting.ts"]);
  });

  it("has what it imports when it is needed inside too, and keeps imports whose address only a run knows", async () => {
    await write("later.ts", `export const later = 1;`);
    const entry = await write("dynamic.ts", `globalThis.run = (url: string) => [import("./later.ts"), import(url)];`);
    const { code } = await bundleRunner(entry);
    expect(code).not.toMatch(/import\(["'`]/);
    expect(code).toMatch(/import\(\w+\)/);
  });

  it("is the real one's: it parses, and imports nothing", async () => {
    const { code } = await bundleRunner();
    expect(() => new Script(code)).not.toThrow();
    expect(code).not.toMatch(/import\(["'`]|importScripts\(["'`]/);
  });

  it("fails for a file that does not exist", async () => {
    const entry = await write("broken.ts", `import "./missing.ts";`);
    await expect(bundleRunner(entry)).rejects.toThrow(/missing/);
  });
});
