import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compileProgram } from "../../src/memcheck/index.ts";
import { commandFolder } from "./command-folder.ts";

/*
 * Programs that keep parts of themselves from being checked, or reach for what the checker has for itself. What is to be
 * said of a line stands at its end as a comment; in the first line, what is said of the file.
 */

const FOLDER = fileURLToPath(new URL("hostile", import.meta.url));
const files = readdirSync(FOLDER).filter((name) => name !== "honest.c");

function expected(name: string): string[] {
  const lines = readFileSync(path.join(FOLDER, name), "utf8").split("\n");
  return lines.flatMap((line, index) => {
    const what = /\/\/ (.*)$/.exec(line)?.[1];
    if (what === undefined) return [];
    return [
      `${path.relative(process.cwd(), path.join(FOLDER, name))}${line.startsWith("//") ? "" : `:${index + 1}`}: ${what}`,
    ];
  });
}

const compile = (name: string, strict: boolean) =>
  compileProgram({ files: [path.join(FOLDER, name)], include: [], define: [], strict });

test.each(files)("strict: %s is refused, with each of its lines", async (name) => {
  const outcome = await compile(name, true);
  const sentences = outcome.ok ? [] : outcome.output.split("\n");
  const end = ": it cannot be checked, so --strict refuses the program";
  expect(sentences.map((sentence) => sentence.replace(end, "")).sort()).toEqual(expected(name).sort());
  expect(sentences.every((sentence) => sentence.endsWith(end))).toBe(true);
});

test("strict: a program that has nothing of it is compiled as any other", async () => {
  expect(await compile("honest.c", true)).toMatchObject({ ok: true, program: { unchecked: [] } });
});

const { run } = commandFolder();

test("--strict is exit code 2; without it the program runs, and a warning says what was not checked", async () => {
  const text = readFileSync(path.join(FOLDER, "no-sanitize-attribute.c"), "utf8");
  const refused = await run({ "bad.c": text }, ["bad.c", "--strict"]);
  expect(refused).toEqual({
    status: 2,
    stdout: "",
    stderr:
      "bad.c:4: An attribute keeps the checks out of bad: it cannot be checked, so --strict refuses the program\n",
  });
  const warning = "bad.c:4: An attribute keeps the checks out of bad: what it does is not checked.";
  const ran = await run({}, ["bad.c"]);
  expect(ran.stdout).toBe("done\n");
  expect(ran.stderr).toContain(`warning: ${warning}\n`);
  const { stdout } = await run({}, ["bad.c", "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({ status: "completed", warnings: [warning] });
});
