import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { emitDeclarations } from "../../src/build/ffi-types.ts";
import { readAntiPatterns } from "../../src/build/read-lessons.ts";
import { ROOT } from "../../src/build/setup.mjs";
import { builtInExercises, readExerciseAt } from "../../src/cli/exercise-files.ts";
import { readFaultPages } from "../../src/cli/fault-files.ts";
import { LESSONS } from "./lessons.ts";

// As the editor checks them; the files are nowhere but in this table. TypeScript's own libraries come from its package.
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ["lib.es2023.d.ts", "lib.esnext.disposable.d.ts", "lib.esnext.iterator.d.ts", "lib.dom.d.ts"],
  types: [],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
};
const HOME = join(ROOT, "nowhere");

const files = new Map<string, string>();
const put = (path: string, text: string): void => void files.set(join(HOME, path).replaceAll("\\", "/"), text);
const declarations = emitDeclarations(ROOT).declarations;
for (const { path, text } of declarations) put(`node_modules/ffi/${path}`, text);
put("node_modules/ffi/index.d.ts", 'export * from "./ffi/index";\n');

const pair = (
  folder: string,
  { wrong, right }: { readonly wrong: { readonly text: string }; readonly right: string },
) => [
  { what: `${folder}/wrong.ts`, text: wrong.text },
  { what: `${folder}/right.ts`, text: right },
];
/** An exercise's programs, and its checks, whose answer is its solution. */
const programsOf = (id: string) => {
  const { starter, checks, author } = readExerciseAt(id);
  const { solution, mistakes } = author!;
  put(`exercises/${id}/node_modules/answer/index.ts`, solution);
  return [
    { what: `exercises/${id}/starter.ts`, text: starter },
    { what: `exercises/${id}/solution.ts`, text: solution },
    { what: `exercises/${id}/checks.ts`, text: checks },
    ...mistakes.map(({ name, text }) => ({ what: `exercises/${id}/mistakes/${name}.ts`, text })),
  ];
};

const programs = [
  ...LESSONS.flatMap(({ slug, starter, solution, mistakes }) => [
    { what: `${slug}/starter.ts`, text: starter },
    { what: `${slug}/solution.ts`, text: solution },
    ...mistakes.map(({ name, text }) => ({ what: `${slug}/mistakes/${name}.ts`, text })),
  ]),
  ...readFaultPages().flatMap((page) => pair(`faults/${page.code}`, page)),
  ...readAntiPatterns(ROOT).flatMap((each) => pair(`anti-patterns/${each.slug}`, each)),
  ...[...builtInExercises().keys()].flatMap(programsOf),
];
for (const { what, text } of programs) put(what, text);
put("exercise.d.ts", readFileSync(join(ROOT, "src/exercise/exercise-module.d.ts"), "utf8"));
put(
  "wrong.ts",
  'import { dlopen } from "ffi";\nconst n: string = dlopen("strings", {}).alloc(1).byteLength;\nexport { n };\n',
);

const host = ts.createCompilerHost(OPTIONS);
const { readFile, fileExists, directoryExists } = host;
host.getCurrentDirectory = () => HOME;
host.readFile = (path) => files.get(path) ?? readFile(path);
host.fileExists = (path) => files.has(path) || fileExists(path);
host.directoryExists = (path) =>
  [...files.keys()].some((file) => file.startsWith(`${path}/`)) || directoryExists?.(path) === true;
host.getSourceFile = (path, version) => {
  const text = host.readFile(path);
  return text === undefined ? undefined : ts.createSourceFile(path, text, version, true);
};
const program = ts.createProgram([...files.keys()], OPTIONS, host);

function problems(what: string): string[] {
  const source = program.getSourceFile(join(HOME, what).replaceAll("\\", "/"));
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
    ({ start = 0, messageText }) =>
      `${source?.getLineAndCharacterOfPosition(start).line ?? -1}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
  );
}

describe("the editor has nothing to underline in the course's programs: what is wrong with a mistake is no type error", () => {
  it.each(programs)("$what", ({ what }) => {
    expect(problems(what)).toEqual([]);
  });

  it("would have something to underline in a program with a type error", () => {
    expect(problems("wrong.ts")).toEqual([expect.stringContaining("'number' is not assignable to type 'string'")]);
  });
});
