import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { BIN, ended } from "./ended.test-support.ts";
import { readExerciseAt } from "./exercise-files.ts";
import { withoutAuthor } from "../exercise/index.ts";

const FOLDER = fileURLToPath(new URL("../../lessons/exercises/02-safe-strlen", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "ffi-playground-"));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const exercise = file("exercise.json", JSON.stringify(readExerciseAt("safe-strlen")));
const given = file("given.json", JSON.stringify(withoutAuthor(readExerciseAt("safe-strlen"))));

describe.concurrent("ffi-playground check", { timeout: 30_000 }, () => {
  test.each([
    ["an id", "safe-strlen"],
    ["a folder", FOLDER],
    ["a file", exercise],
    ["what a student gets", given],
  ])("a right answer to %s: exit code 0, and each check", async (_what, asked) => {
    const { status, stdout, stderr } = await ended([BIN, "check", asked, join(FOLDER, "solution.ts"), "--json"]);
    expect(stderr).toBe("");
    const { passed, says, seed, checks } = JSON.parse(stdout) as Record<string, never>;
    expect({ passed, seed, says }).toEqual({ passed: true, seed: 1, says: readExerciseAt("safe-strlen").holds });
    expect(checks).toContainEqual({
      ...{ name: "Nothing is leaked", passed: true, message: null, conditions: null, seed: 1, faults: [] },
    });
    expect(status).toBe(0);
  });

  test("a wrong answer: exit code 1, and what is wrong, under which conditions, with which seed", async () => {
    const answer = join(FOLDER, "starter.ts");
    const { status, stdout } = await ended([BIN, "check", "safe-strlen", answer, "--json", "--seed", "7"]);
    const { passed, says, checks } = JSON.parse(stdout) as { passed: boolean; says: string; checks: unknown[] };
    expect(passed).toBe(false);
    expect(says).toContain("is never released");
    expect(checks).toContainEqual({
      name: "Nothing is leaked",
      passed: false,
      message: expect.stringContaining("was never released") as string,
      conditions: "nothing is out of the ordinary",
      seed: 7,
      faults: ["FFI002"],
    });
    expect(status).toBe(1);
  });

  test.each([
    ["no such exercise", ["no-such", "x.ts"], "no-such: is neither an exercise (", ""],
    ["no such answer", ["safe-strlen", "none.ts"], "none.ts could not be read: there is no such file", ""],
    ["a seed that is none", ["safe-strlen", "x.ts", "--seed", "red"], '--seed takes a whole number, got "red"', ""],
    ["an answer that does not parse", ["safe-strlen", "x.ts"], "x.ts:1:14: does not parse", "const a = 1; }"],
    ["an answer that imports", ["safe-strlen", "x.ts"], "x.ts:1:1: ", 'import "node:fs";'],
    ["a file that is no JSON", ["x.ts", "x.ts"], "x.ts: is no JSON", "{"],
    ["JSON that is no exercise", ["x.ts", "x.ts"], "x.ts: version is not right", "{}"],
  ])("%s: exit code 2, and one line", async (_what, args, message, text) => {
    const path = file(`${Math.random()}.ts`, text);
    const { status, stdout, stderr } = await ended([BIN, "check", ...args.map((arg) => (arg === "x.ts" ? path : arg))]);
    expect(stderr.replaceAll(path, "x.ts")).toContain(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });
});

describe.concurrent("ffi-playground exercise prove", { timeout: 60_000 }, () => {
  test("an exercise that proves itself: exit code 0", async () => {
    const { status, stdout } = await ended([BIN, "exercise", "prove", exercise, "--json"]);
    const { proven, proofs } = JSON.parse(stdout) as { proven: boolean; proofs: { program: string }[] };
    expect(proven).toBe(true);
    expect(proofs.map(({ program }) => program)).toEqual(expect.arrayContaining(["starter", "solution"]));
    expect(status).toBe(0);
  });

  test("one whose starter passes, and without its author's part: exit code 1", async () => {
    const whole = readExerciseAt("safe-strlen");
    const solved = file("solved.json", JSON.stringify({ ...whole, starter: whole.author!.solution }));
    const { status, stdout } = await ended([BIN, "exercise", "prove", solved]);
    expect(stdout).toContain("✗ starter: passes every check");
    expect(status).toBe(1);
    expect(await ended([BIN, "exercise", "prove", given])).toMatchObject({ status: 1 });
  });
});
