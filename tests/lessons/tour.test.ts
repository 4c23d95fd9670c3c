import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "../../src/build/setup.mjs";
import { TOUR } from "../../src/build/tour/file.ts";
import { tourProgram } from "../../src/build/tour/program.ts";
import { tourHeading } from "../../src/course/tour.ts";
import { LESSONS, run } from "./lessons.ts";

const file = join(ROOT, TOUR);
const program = readFileSync(file, "utf8");

it(`${TOUR} is made from the solutions as they are now; "npm run tour" makes it again`, async () => {
  expect(program).toBe(await tourProgram(LESSONS, file));
});

it("prints a heading for each lesson, in order, and something below each", async () => {
  const { report } = await run(program);
  const headings = LESSONS.map(tourHeading);
  const lines = report.console.map(({ text }) => text);
  expect(lines.filter((line) => headings.includes(line))).toEqual(headings);
  for (const heading of headings) {
    const below = lines[lines.indexOf(heading) + 1];
    expect(below, heading).toBeDefined();
    expect(headings).not.toContain(below);
  }
  expect(report).toMatchObject({ status: "completed", error: null, faults: [] });
  expect(report.heap).toMatchObject({ leakedBlocks: 0, leakedBytes: 0 });
});
