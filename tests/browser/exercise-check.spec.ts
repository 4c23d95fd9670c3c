import { readdirSync } from "node:fs";
import ts from "typescript";
import { ExerciseBench } from "../../src/cli/exercise-bench.ts";
import { builtInExercises, readExerciseAt } from "../../src/cli/exercise-files.ts";
import { WASM } from "../../src/cli/library-files.ts";
import { compileChecks, compileProgram } from "../../src/compiler/index.ts";
import { checkAnswer, type Exercise } from "../../src/exercise/index.ts";
import { openRuns } from "./open-runs.ts";
import { expect, test } from "./playground-page.ts";

const FILES = readdirSync(WASM, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
const jobFor = (exercise: Exercise, answer: string) => ({
  exercise,
  answer: compileProgram(ts, answer),
  checks: compileChecks(ts, exercise.checks),
  files: FILES,
});

test("every exercise's solution and starter are judged in Chromium as in Node, check by check", async ({ page }) => {
  test.setTimeout(240_000);
  await openRuns(page);
  const bench = new ExerciseBench();
  const times: string[] = [];
  for (const id of builtInExercises().keys()) {
    const exercise = readExerciseAt(id);
    for (const answer of [exercise.author!.solution, exercise.starter]) {
      const begin = performance.now();
      const expected = await checkAnswer(exercise, answer, bench);
      const inNode = performance.now() - begin;
      const { outcome, milliseconds } = await page.evaluate((job) => window.runs.check(job), jobFor(exercise, answer));
      expect(outcome, id).toEqual(expected);
      const runs = outcome.kind === "judged" ? outcome.runs : 0;
      times.push(`${id}: ${runs} runs, Node ${Math.round(inNode)} ms, Chromium ${Math.round(milliseconds)} ms`);
    }
  }
  await bench.end();
  test.info().annotations.push({ type: "times", description: times.join("\n") });
});

test("one answer has the same verdict twenty times", async ({ page }) => {
  test.setTimeout(120_000);
  await openRuns(page);
  const exercise = readExerciseAt("safe-strlen");
  const job = jobFor(exercise, exercise.author!.mistakes.find(({ name }) => name === "no-terminator")!.text);
  const outcomes = await page.evaluate(async (asked) => {
    const texts = new Set<string>();
    for (let i = 0; i < 20; i += 1) texts.add(JSON.stringify((await window.runs.check(asked)).outcome));
    return [...texts];
  }, job);
  expect(outcomes).toHaveLength(1);
});
