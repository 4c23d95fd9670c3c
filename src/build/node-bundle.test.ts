import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { bundlePath } from "./node-bundle.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "node-bundle-"));
const entry = path.join(folder, "entry.ts");
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(bundlePath(entry), { force: true });
});

/** What the entry exports as `text`, in a process of its own. */
function load(): string {
  const loader = new URL("node-bundle.mjs", import.meta.url).href;
  const text = `import { importBundled } from ${JSON.stringify(loader)};
    const { text } = await importBundled(new URL(${JSON.stringify(pathToFileURL(entry).href)}));
    process.stdout.write(text);`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", text], { encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout;
}

test("a bundle is what its sources are now, however often they change, and finds their neighbours", () => {
  const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);
  write(
    "entry.ts",
    'import { part } from "./part.ts";\nexport const text: string = `${part()} ${new URL("x", import.meta.url)}`;\n',
  );
  write("part.ts", 'import { other } from "./other.ts";\nexport const part = (): string => `one ${other}`;\n');
  write("other.ts", "export const other: number = 1;\n");
  const place = pathToFileURL(path.join(folder, "x")).href;
  expect(load()).toBe(`one 1 ${place}`);
  expect(existsSync(bundlePath(entry))).toBe(true);
  write("other.ts", "export const other: number = 2;\n");
  expect(load()).toBe(`one 2 ${place}`);
  write("other.ts", "export const other: number = 1;\n");
  expect(load()).toBe(`one 1 ${place}`);
  write("part.ts", 'export const part = (): string => "alone";\n');
  rmSync(path.join(folder, "other.ts"));
  expect(load()).toBe(`alone ${place}`);
});

test("where no bundle can be kept, the sources are read one by one", () => {
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(path.join(folder, "entry.ts"), 'export const text: string = "read as it is";\n');
  // What stands in the bundle's place cannot be replaced by a file.
  rmSync(bundlePath(entry), { force: true });
  mkdirSync(bundlePath(entry), { recursive: true });
  expect(load()).toBe("read as it is");
  rmSync(bundlePath(entry), { recursive: true });
});
