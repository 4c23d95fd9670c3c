import ts from "typescript";
import { libraryNames, WASM } from "../../src/cli/library-files.ts";
import { compileProgram } from "../../src/compiler/index.ts";
import { LESSONS } from "../lessons/lessons.ts";
import { SealedRuns } from "../sealed/sealed-runs.ts";
import { columnsOf } from "./columns.ts";
import { openRuns } from "./open-runs.ts";
import { expect, test } from "./playground-page.ts";
import type { Job } from "./run-many.ts";

function jobFor(text: string): Job {
  const outcome = compileProgram(ts, text);
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
  const { program } = outcome;
  const known = libraryNames(WASM);
  const libraries = program.libraries?.filter((name) => known.includes(name)) ?? known;
  return { program, libraries, known, folder: "/wasm/", build: "checked", conditions: {}, sealed: true };
}

const sealed = new SealedRuns();
test.afterAll(() => sealed.end());

test("every program of every lesson has the same trace and the same work sealed in Chromium and in Node", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await openRuns(page);
  for (const { slug, starter, solution, mistakes } of LESSONS) {
    for (const { name, text } of [
      { name: "starter", text: starter },
      { name: "solution", text: solution },
      ...mistakes,
    ]) {
      const [[here, work], there] = await Promise.all([
        page.evaluate(async (job) => [await window.runs.run(job), window.runs.work()] as const, jobFor(text)),
        sealed.run(text, { samples: true }),
      ]);
      if (there.kind !== "ran") throw new Error(there.kind);
      expect(here, `${slug}, ${name}`).toEqual(columnsOf(there.batches));
      expect(work, `${slug}, ${name}`).toBe(there.work);
    }
  }
});

test("20 runs of one program in Chromium have the same trace and the same work", async ({ page }) => {
  test.setTimeout(60_000);
  await openRuns(page);
  const { solution } = LESSONS.find(({ slug }) => slug === "database")!;
  const seen = new Set<string>();
  for (let i = 0; i < 20; i += 1) {
    const run = page.evaluate(async (job) => [await window.runs.run(job), window.runs.work()], jobFor(solution));
    seen.add(JSON.stringify(await run));
  }
  expect(seen.size).toBe(1);
});
