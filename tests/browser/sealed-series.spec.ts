import ts from "typescript";
import { libraryNames, WASM } from "../../src/cli/library-files.ts";
import { compileProgram } from "../../src/compiler/index.ts";
import { openRuns } from "./open-runs.ts";
import { expect, test } from "./playground-page.ts";
import type { Job } from "./run-many.ts";

function jobFor(text: string, libraries: readonly string[] = []): Job {
  const outcome = compileProgram(ts, `${text}\nexport {};`);
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message);
  const known = libraryNames(WASM);
  return {
    program: outcome.program,
    libraries,
    known,
    folder: "/wasm/",
    build: "checked",
    conditions: {},
    sealed: true,
  };
}

const RIGHT = `import { dlopen } from "ffi";
using lib = dlopen("basics", { strlen: { parameters: ["pointer"], result: "usize" } });
using text = lib.cstring("four");
console.log(lib.symbols.strlen(text.pointer), Math.random(), Object.keys(globalThis).length);`;

test("runs of a series have the same trace as alone, whatever ran before and beside them", async ({ page }) => {
  test.setTimeout(60_000);
  await openRuns(page);
  const right = jobFor(RIGHT, ["basics"]);
  const hostile = [
    `const all: string[] = []; for (;;) all.push("x".repeat(1e6) + all.length);`,
    `const on = (n: number): number => on(n + 1) + 1; on(0);`,
    `let o: any = {}; for (let i = 0; i < 1e5; i++) o = { o }; JSON.stringify(o);`,
    `Array.prototype.map = null as never; Math.random = () => 1; throw new Error("end");`,
  ].map((text) => jobFor(text));
  const jobs = [right, ...hostile.flatMap((job) => [job, right])];
  const { alone, work, beside, series } = await page.evaluate(
    async ([one, all]) => {
      const first = await window.runs.run(one);
      const steps = window.runs.work();
      const running = window.runs.runInSeries(all);
      // A run of the page's own while the series is under way.
      const second = await window.runs.run(one);
      return { alone: first, work: steps, beside: second, series: await running };
    },
    [right, jobs] as const,
  );
  expect(beside).toEqual(alone);
  series.forEach((run, i) => {
    if (i % 2 === 0) expect({ columns: run.columns, work: run.work }, `run ${i}`).toEqual({ columns: alone, work });
  });
});
