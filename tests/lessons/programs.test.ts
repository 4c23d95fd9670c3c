import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ROOT } from "../../src/build/setup.mjs";
import type { LibraryDescription } from "../../src/contract/description.ts";
import { expectSameSealed } from "../sealed/same-sealed.ts";
import { SealedRuns } from "../sealed/sealed-runs.ts";
import { LESSONS, run } from "./lessons.ts";

const sealed = new SealedRuns();
afterAll(() => sealed.end());

it("there are lessons", () => {
  expect(LESSONS.length).toBeGreaterThan(0);
});

describe.each(LESSONS)("lesson $number, $slug", (lesson) => {
  const called = new Set<string>();
  /** Runs a program, and runs it sealed as well: that has to be the same. */
  const runAndNote = async (name: string, text: string) => {
    const ran = await run(text);
    await expectSameSealed(sealed, `${lesson.slug} ${name}`, text, ran);
    for (const crossing of ran.crossings) if (crossing.direction === "call") called.add(crossing.function);
    return ran.report;
  };

  it.each([
    { what: "starter", text: lesson.starter },
    { what: "solution", text: lesson.solution },
  ])(
    "the $what runs to its end, shows something, does nothing wrong and leaks nothing, sealed too",
    async ({ what, text }) => {
      const report = await runAndNote(what, text);
      expect(report).toMatchObject({ status: "completed", error: null, faults: [] });
      expect(report.heap).toMatchObject({ leakedBlocks: 0, leakedBytes: 0 });
      expect(report.calls).toBeGreaterThan(0);
      expect(report.console.length).toBeGreaterThan(0);
    },
  );

  it("has two mistakes at least", () => {
    expect(lesson.mistakes.length).toBeGreaterThanOrEqual(2);
  });

  it.each(lesson.mistakes)(
    "the mistake $name is $fault at line $line, and nothing else, sealed too",
    async (mistake) => {
      const report = await runAndNote(mistake.name, mistake.text);
      const found = report.faults.map(({ code, typescript, c }) => ({
        code,
        line: typescript?.line,
        cFunction: c?.function ?? null,
      }));
      expect(found).toEqual([{ code: mistake.fault, line: mistake.line, cFunction: mistake.cFunction }]);
    },
  );

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
