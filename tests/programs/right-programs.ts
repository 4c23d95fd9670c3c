import { existsSync, readdirSync, readFileSync } from "node:fs";
import { NEVER_REUSE, type RunConditions } from "../../src/contract/run.ts";

/** A program with no fault, wherever the project keeps it, and what running it takes. */
export interface RightProgram {
  /** Its path below the project's folder. */
  readonly name: string;
  readonly text: string;
  /** Where its libraries are; null for the shipped ones. */
  readonly folder: URL | null;
  /** The weather it says it is for; empty where it says nothing. */
  readonly conditions: Partial<RunConditions>;
}

const ROOT = new URL("../../", import.meta.url);

/** Libraries that only tests have. */
export const FIXTURES = new URL("../wasm/built/", import.meta.url);

/** The folders of `tests/programs/` whose library is one of those. */
const OF_FIXTURES: ReadonlySet<string> = new Set(["shapes", "faulty", "values"]);

/** Where the libraries of a folder of `tests/programs/` are; null for the shipped ones. */
export const librariesOf = (folder: string): URL | null => (OF_FIXTURES.has(folder) ? FIXTURES : null);

/** What `// run with --fail-malloc 1 --reuse-freed --grow-memory` says, the command line's own words. */
export function conditionsOf(text: string): Partial<RunConditions> {
  const flags = /^\/\/ run with (.*)$/m.exec(text)?.[1] ?? "";
  const failMalloc = /--fail-malloc (\d+)/.exec(flags)?.[1];
  const failAllocation = /--fail-allocation (\d+)/.exec(flags)?.[1];
  const nullResults = [...flags.matchAll(/--null-result (\w+)/g)].map((match) => match[1]!);
  return {
    ...(flags.includes("--reuse-freed") && { quarantineBytes: 0 }),
    ...(flags.includes("--never-reuse") && { quarantineBytes: NEVER_REUSE }),
    ...(flags.includes("--grow-memory") && { growMemory: "allocation" }),
    ...(flags.includes("--grow-at-calls") && { growMemory: "call" }),
    ...(failMalloc !== undefined && { failMalloc: Number(failMalloc) }),
    ...(failAllocation !== undefined && { failAllocation: Number(failAllocation) }),
    ...(nullResults.length > 0 && { nullResults }),
  };
}

/** All of them: those beside the wrong ones, the lessons' starters and solutions, and the repairs of the fault pages. */
export function rightPrograms(): RightProgram[] {
  const programs = folders("tests/programs").flatMap((folder) =>
    readdirSync(new URL(`tests/programs/${folder}/`, ROOT))
      .filter((name) => name.endsWith(".right.ts"))
      .map((name) => read(`tests/programs/${folder}/${name}`, librariesOf(folder))),
  );
  const lessons = folders("lessons").flatMap((folder) =>
    ["starter.ts", "solution.ts"].map((name) => `lessons/${folder}/${name}`),
  );
  const repairs = folders("lessons/faults").map((folder) => `lessons/faults/${folder}/right.ts`);
  const shipped = [...lessons, ...repairs].filter((path) => existsSync(new URL(path, ROOT)));
  return [...programs, ...shipped.map((path) => read(path, null))];
}

function read(name: string, folder: URL | null): RightProgram {
  const text = readFileSync(new URL(name, ROOT), "utf8");
  return { name, text, folder, conditions: conditionsOf(text) };
}

const folders = (path: string): string[] =>
  readdirSync(new URL(`${path}/`, ROOT), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
