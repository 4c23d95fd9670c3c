import { expect, it } from "vitest";
import { tourProgram } from "../../src/build/tour-program.ts";
import { tourHeading } from "../../src/course/tour.ts";
import { LESSONS, run } from "./lessons.ts";

it("prints a heading for each lesson, in order, and something below each", async () => {
  const { report } = await run(tourProgram(LESSONS));
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
