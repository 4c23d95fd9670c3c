import { join } from "node:path";
import { ESLint } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, it } from "vitest";
import { ROOT } from "../setup.mjs";

// The arrows are written out again here: a test that read the linter's own table would agree with any mistake in it.
const ALLOWED: Record<string, string[]> = {
  ui: ["state", "course", "ledger", "faults", "contract"],
  state: ["sandbox", "course", "ledger", "trace", "faults", "contract"],
  sandbox: ["trace", "contract"],
  threads: ["trace"],
  runner: ["ffi", "trace", "faults", "contract"],
  sealed: ["runner", "ffi", "trace", "faults", "contract"],
  toolchain: ["contract"],
  memcheck: ["toolchain", "threads", "ffi", "ledger", "trace", "faults", "contract"],
  cli: ["runner", "sealed", "threads", "compiler", "memcheck", "course", "ledger", "trace", "faults", "contract"],
  ffi: ["trace", "faults", "contract"],
  ledger: ["trace", "faults", "contract"],
  course: ["faults", "contract"],
  compiler: ["contract"],
  contract: [],
  trace: ["faults"],
  faults: [],
};
const ROOMS = Object.keys(ALLOWED);
const PAIRS = ROOMS.flatMap((from) => ROOMS.filter((to) => to !== from).map((to) => ({ from, to })));
const forbidden = PAIRS.filter(({ from, to }) => !ALLOWED[from]?.includes(to));
const permitted = PAIRS.filter(({ from, to }) => ALLOWED[from]?.includes(to));

// The project's own configuration, without the rules that need the file to exist.
const linter = new ESLint({ cwd: ROOT, overrideConfig: tseslint.configs.disableTypeChecked as never });

const problems = (file: string, text: string): Promise<string[]> => problemsIn(`src/${file}`, text);

async function problemsIn(file: string, text: string): Promise<string[]> {
  const [result] = await linter.lintText(text, { filePath: join(ROOT, file) });
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId !== "@typescript-eslint/no-unused-vars")
    .map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

describe("the linter holds the arrows between rooms", () => {
  it.each(forbidden)("refuses $from → $to, and says why", async ({ from, to }) => {
    const found = await problems(
      `${from}/some.ts`,
      `import { thing } from "../${to}/thing.ts";\nexport const x = thing;\n`,
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^rooms/arrows: ${from} may not import ${to}: .{20,}\\.`));
  });

  it.each(permitted)("allows $from → $to", async ({ from, to }) => {
    expect(await problems(`${from}/deep/some.ts`, `export { thing } from "../../${to}/thing.ts";\n`)).toEqual([]);
  });

  it("lets state have the compiler's types, and nothing else of it", async () => {
    expect(
      await problems("state/some.ts", `import type { A } from "../compiler/index.ts";\nexport type B = A;\n`),
    ).toEqual([]);
    expect(await problems("state/some.ts", `export type B = import("../compiler/index.ts").A;\n`)).toEqual([]);
    const [found] = await problems("state/some.ts", `import { compile } from "../compiler/index.ts";\nvoid compile;\n`);
    expect(found).toContain("Its types may be imported, with `import type`.");
  });

  it.each([
    `export * from "../ui/view.ts";\n`,
    `export const view = import("../ui/view.ts");\n`,
    `export type View = import("../ui/view.ts").View;\n`,
    `import "../ui/view.ts";\n`,
    `import url from "../ui/view.ts?url";\nvoid url;\n`,
  ])("sees the arrow in %j", async (text) => {
    expect(await problems("ledger/some.ts", text)).toEqual([expect.stringContaining("ledger may not import ui")]);
  });

  it("lets build use the rooms but ui, and nothing that runs use build", async () => {
    expect(await problems("build/some.ts", `export * from "../course/index.ts";\n`)).toEqual([]);
    expect(await problems("build/some.ts", `export * from "../ui/view.ts";\n`)).toHaveLength(1);
    expect(await problems("cli/some.ts", `export * from "../build/setup.mjs";\n`)).toHaveLength(1);
  });

  it("lets the entry of a worker wire rooms, and a declaration take a virtual module's shape from its plugin", async () => {
    expect(await problems("ui/editor/ts.worker.ts", `export * from "../../compiler/index.ts";\n`)).toEqual([]);
    const shape = `declare module "virtual:x" {\n  const x: import("../build/x.ts").X;\n  export default x;\n}\n`;
    expect(await problems("course/virtual.d.ts", shape)).toEqual([]);
    expect(await problems("course/virtual.ts", shape)).toHaveLength(1);
  });

  it("asks for the arrows of a room it does not know", async () => {
    const [found] = await problems("attic/some.ts", `export * from "../contract/trace.ts";\n`);
    expect(found).toContain("src/build/lint/rooms.mjs");
  });
});

describe("the linter holds the arrows from and to what stands beside src", () => {
  it.each([
    `export * from "../../c-sources/flags.ts";\n`,
    `import "../../lessons/02-strings/solution.ts";\n`,
    `export const text = new URL("../../lessons/faults/", import.meta.url);\n`,
    `export const all = import.meta.glob("../../wasm/*.json");\n`,
    `export const all = import.meta.glob(["./*.ts", "!../../wasm/*.json"]);\n`,
    `export const config = import("../../vite.config.ts");\n`,
    `export type Case = import("../../tests/programs/cases.ts").Case;\n`,
  ])("refuses a room %j", async (text) => {
    const found = await problems("ledger/some.ts", text);
    expect(found).toEqual([expect.stringMatching(/^rooms\/arrows: ledger may not import \S+: it stands outside src/)]);
  });

  it("lets a room read the files that are its own to read, and no other's", async () => {
    const read = (folder: string): string => `export const url = new URL("../../${folder}/", import.meta.url);\n`;
    expect(await problems("toolchain/some.ts", read("c-sources"))).toEqual([]);
    expect(await problems("cli/some.ts", read("wasm") + read("lessons").replace("url", "lessons"))).toEqual([]);
    expect(await problems("state/some.ts", `export const all = import.meta.glob("../../wasm/*.json");\n`)).toEqual([]);
    expect(await problems("state/some.ts", read("lessons"))).toHaveLength(1);
    expect(await problems("memcheck/some.ts", read("c-sources"))).toHaveLength(1);
    expect(await problems("build/some.ts", read("lessons"))).toEqual([]);
  });

  it("follows a path from room to room as it follows an import", async () => {
    const text = `export const entry = new URL("../runner/entry.ts", import.meta.url);\n`;
    expect(await problems("ledger/some.ts", text)).toEqual([expect.stringContaining("ledger may not import runner")]);
    expect(await problems("cli/some.ts", text)).toEqual([]);
  });

  it("lets the page's wiring have every room, and nothing outside", async () => {
    expect(await problems("some.tsx", `import "./ui/view.ts";\nimport "./sandbox/run.ts";\n`)).toEqual([]);
    expect(await problems("some.tsx", `import "../c-sources/x.ts";\n`)).toHaveLength(1);
  });

  it("keeps c-sources to C", async () => {
    expect(await problemsIn("c-sources/build/some.ts", `import "../../src/contract/run.ts";\n`)).toHaveLength(1);
    expect(await problemsIn("c-sources/build/some.ts", `import "node:fs";\n`)).toHaveLength(1);
  });

  it("keeps a lesson's programs to the module they teach", async () => {
    const program = "lessons/02-strings/some.ts";
    expect(await problemsIn(program, `import { dlopen } from "ffi";\nvoid dlopen;\n`)).toEqual([]);
    expect(await problemsIn(program, `import "node:fs";\n`)).toEqual([
      expect.stringContaining('lessons may not import "node:fs": a program'),
    ]);
    expect(await problemsIn(program, `import "../../src/ffi/index.ts";\n`)).toHaveLength(1);
  });

  it("lets tests and the configuration of tools have what they like", async () => {
    expect(await problemsIn("tests/some.ts", `import "../src/ui/view.ts";\nimport "../lessons/x.ts";\n`)).toEqual([]);
    expect(await problemsIn("some.config.ts", `import "./src/build/lessons.ts";\n`)).toEqual([]);
  });
});

describe("the linter holds what a room may name", () => {
  it.each(["faults", "trace", "contract", "ledger"])(
    "%s knows no DOM, no worker, no Node and no React",
    async (room) => {
      for (const text of [
        `export const width = (): number => window.innerWidth;\n`,
        `export const start = (): unknown => new Worker("x.js");\n`,
        `export type Root = HTMLElement;\n`,
        `export const folder = (): string => process.cwd();\n`,
        `import { useState } from "react";\nvoid useState;\n`,
        `import { readFileSync } from "node:fs";\nvoid readFileSync;\n`,
      ]) {
        expect(await problems(`${room}/some.ts`, text), text).toEqual([expect.stringMatching(/no-restricted-/)]);
      }
    },
  );

  it("keeps Node out of the half of toolchain that the page can use", async () => {
    const text = `import { readFileSync } from "node:fs";\nvoid readFileSync;\n`;
    for (const folder of ["assembly", "description", "clang"]) {
      expect(await problems(`toolchain/${folder}/some.ts`, text)).toHaveLength(1);
    }
    expect(await problems("toolchain/libraries/some.ts", text)).toEqual([]);
  });

  it("says why", async () => {
    const [found] = await problems("ledger/some.ts", `export const t = (): number => performance.now();\n`);
    expect(found).toContain("ledger knows no DOM, no worker, no Node and no React: it runs in all of them");
  });

  it("is not misled by a variable of the same name", async () => {
    const text = `export const f = (window: number, name: string): string => name + window;\n`;
    expect(await problems("ledger/some.ts", text)).toEqual([]);
  });

  it("keeps React and its half of zustand in ui", async () => {
    const store = `import { create } from "zustand";\nvoid create;\n`;
    expect(await problems("state/some.ts", store)).toHaveLength(1);
    expect(await problems("state/some.ts", store.replace("zustand", "zustand/vanilla"))).toEqual([]);
    expect(await problems("ui/some.ts", store)).toEqual([]);
    expect(await problems("state/some.ts", `import { useState } from "react";\nvoid useState;\n`)).toHaveLength(1);
  });
});
