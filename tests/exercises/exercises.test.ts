import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ROOT } from "../../src/build/setup.mjs";
import { ExerciseBench } from "../../src/cli/exercise-bench.ts";
import { builtInExercises, readExerciseAt } from "../../src/cli/exercise-files.ts";
import { checkAnswer, claimsOf, type Outcome } from "../../src/exercise/index.ts";

// One process judges them all; a file's tests take turns.
const bench = new ExerciseBench();
afterAll(() => bench.end());

const programsIn = (folder: string): { name: string; text: string }[] => {
  const path = join(ROOT, "tests/exercises", folder);
  if (!existsSync(path)) return [];
  return readdirSync(path).map((name) => ({ name, text: readFileSync(join(path, name), "utf8") }));
};

/** What does not pass, as one text; empty for an answer that passes. */
const failures = (outcome: Outcome): string => {
  if (outcome.kind === "not-judged") return outcome.reason;
  if (outcome.kind === "refused") return `refused: ${outcome.problems[0]?.message ?? ""}`;
  return outcome.checks.flatMap(({ name, message }) => (message === null ? [] : [`${name}: ${message}`])).join("\n");
};

describe.each([...builtInExercises().keys()])("the exercise %s", (id) => {
  const exercise = readExerciseAt(id);

  it.each(claimsOf(exercise))("proves its $program", async (claim) => {
    const { proven, message } = await claim.prove(bench);
    expect(proven ? "" : message).toBe("");
  });

  it("has four mistakes at least, each with a message of its own, and hints", () => {
    expect(exercise.known.length).toBeGreaterThanOrEqual(4);
    expect(new Set(exercise.known.map(({ says }) => says)).size).toBe(exercise.known.length);
    expect(exercise.hints.length).toBeGreaterThanOrEqual(3);
  });

  it("keeps the answer out of what a learner reads", () => {
    for (const text of [exercise.starter, exercise.checks, exercise.task]) expect(text).not.toMatch(/\/\/\s*FFI\d{3}/);
  });

  const answers = programsIn(`answers/${id}`);

  it("has two other right answers", () => {
    expect(answers.length).toBeGreaterThanOrEqual(2);
  });

  it.each(answers)("passes the right answer $name", async ({ text }) => {
    expect(failures(await checkAnswer(exercise, text, bench))).toBe("");
  });
});

describe("a cheat is no answer", () => {
  const exercise = readExerciseAt("safe-strlen");
  const cheats = programsIn("cheats");

  it("there are twenty", () => {
    expect(cheats.length).toBeGreaterThanOrEqual(20);
  });

  it.each(cheats)("$name", async ({ text }) => {
    const [, expected = "no line"] = /^\/\/ Fails: (.*)$/m.exec(text) ?? [];
    expect(failures(await checkAnswer(exercise, text, bench))).toContain(expected);
  });
});
