import { describe, expect, test } from "vitest";
import { readExports } from "../../src/build/reference/exports.ts";
import { ROOT } from "../../src/build/setup.mjs";
import { runProgram } from "../../src/cli/run-program.ts";
import { editorTypes } from "../types/editor.ts";

const { exports } = readExports(ROOT);
const examples = exports.flatMap(({ name, examples: texts }) =>
  texts.map((text, index) => ({ name: texts.length > 1 ? `${name} ${index + 1}` : name, text })),
);
const underlined = editorTypes(new Map(examples.map(({ name, text }) => [`${name}.ts`, text])));

/** What an example says that it prints: `console.log(x); // 8`. */
const promised = (text: string): string[] =>
  [...text.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map((match) => match[1]!);

/** The faults it says it has: `f(-1); // FFI019`, where nothing is printed. */
const faults = (text: string): string[] =>
  text.split("\n").flatMap((line) => (line.includes("console.log") ? [] : (/\/\/ (FFI\d{3})$/.exec(line)?.[1] ?? [])));

describe("the reference's example", () => {
  test.each(examples)(
    "of $name: the editor has nothing to say, and it prints what it says",
    { timeout: 30_000 },
    async ({ name, text }) => {
      expect(underlined(`${name}.ts`)).toEqual([]);
      expect(promised(text).length).toBeGreaterThan(0);
      const outcome = await runProgram(text);
      if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
      const { report } = outcome;
      expect(report.faults.map(({ code }) => code)).toEqual(faults(text));
      expect(report).toMatchObject({ status: "completed", error: null });
      expect(report.console.map((line) => line.text)).toEqual(promised(text));
    },
  );
});

test("every function and class of the module has an example", () => {
  const without = exports.filter(
    ({ signature, examples: texts }) => /^(function|class) /.test(signature) && texts.length === 0,
  );
  expect(without.map(({ name }) => name)).toEqual([]);
});
