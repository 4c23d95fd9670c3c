import { describe, expect, it } from "vitest";
import { readAntiPatterns } from "../../src/build/read-lessons.ts";
import { ROOT } from "../../src/build/setup.mjs";
import { run } from "./lessons.ts";

describe.each(readAntiPatterns(ROOT))("the anti-pattern $slug", ({ wrong, right }) => {
  it("has exactly its one fault, at its line, in the wrong program", async () => {
    const { report } = await run(wrong.text);
    const found = report.faults.map(({ code, typescript, c }) => ({
      code,
      line: typescript?.line,
      cFunction: c?.function ?? null,
    }));
    expect(found).toEqual([{ code: wrong.fault, line: wrong.line, cFunction: wrong.cFunction }]);
  });

  it("has none in the right program, which runs to its end and leaks nothing", async () => {
    const { report } = await run(right);
    expect(report).toMatchObject({ status: "completed", error: null, faults: [] });
    expect(report.heap).toMatchObject({ leakedBlocks: 0, leakedBytes: 0 });
    expect(report.console.length).toBeGreaterThan(0);
  });
});
