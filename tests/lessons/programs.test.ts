import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../src/build/setup.mjs";
import type { LibraryDescription } from "../../src/contract/description.ts";
import { LESSONS, run } from "./lessons.ts";

it("there are lessons", () => {
  expect(LESSONS.length).toBeGreaterThan(0);
});

describe.each(LESSONS)("lesson $number, $slug", (lesson) => {
  const called = new Set<string>();
  const runAndNote = async (text: string) => {
    const ran = await run(text);
    for (const crossing of ran.crossings) if (crossing.direction === "call") called.add(crossing.function);
    return ran.report;
  };

  it.each([
    { what: "starter", text: lesson.starter },
    { what: "solution", text: lesson.solution },
  ])("the $what runs to its end, shows something, does nothing wrong and leaks nothing", async ({ text }) => {
    const report = await runAndNote(text);
    expect(report).toMatchObject({ status: "completed", error: null, faults: [] });
    expect(report.heap).toMatchObject({ leakedBlocks: 0, leakedBytes: 0 });
    expect(report.calls).toBeGreaterThan(0);
    expect(report.console.length).toBeGreaterThan(0);
  });

  it("has two mistakes at least", () => {
    expect(lesson.mistakes.length).toBeGreaterThanOrEqual(2);
  });

  it.each(lesson.mistakes)("the mistake $name is $fault at line $line, and nothing else", async (mistake) => {
    const report = await runAndNote(mistake.text);
    const found = report.faults.map(({ code, typescript, c }) => ({
      code,
      line: typescript?.line,
      cFunction: c?.function ?? null,
    }));
    expect(found).toEqual([{ code: mistake.fault, line: mistake.line, cFunction: mistake.cFunction }]);
  });

  it("calls every function of its library in one program or another", () => {
    const description = JSON.parse(
      readFileSync(join(ROOT, "wasm", `${lesson.library}.json`), "utf8"),
    ) as LibraryDescription;
    // Those of libc have no definition here, and are not what the lesson is about.
    const own = description.functions.filter(({ definition }) => definition !== null).map(({ name }) => name);
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((name) => !called.has(name))).toEqual([]);
  });
});
