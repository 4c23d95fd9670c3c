import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { TraceGuard } from "../../src/trace/guard.ts";
import { runProgram, type ProgramRunOptions } from "../../src/cli/run-program.ts";
import { librariesOf, conditionsOf } from "./right-programs.ts";

/** Programs by library: `<what>.wrong.ts` has one fault, at the line that names it; `<what>.right.ts` has none. */
const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());

async function reportOf(text: string, options: ProgramRunOptions) {
  const outcome = await runProgram(text, options);
  if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
  // The page believes a trace only as far as it can follow it; a program that is not hostile has to pass.
  const guard = new TraceGuard(Number.MAX_SAFE_INTEGER);
  expect(outcome.batches.map((batch) => guard.refusal(batch))).toEqual(outcome.batches.map(() => null));
  return outcome.report;
}

/** What running a program of a folder takes. */
function optionsFor(folder: string, text: string): ProgramRunOptions {
  const libraries = librariesOf(folder);
  return { ...conditionsOf(text), ...(libraries && { folder: libraries }) };
}

/** The fault that a wrong program's marked line promises: `// FFI004 in stored_length`. */
function promised(text: string): { code: string; line: number; function: string | null } {
  const marks = text.split("\n").flatMap((source, index) => {
    const mark = /\/\/ (FFI\d{3})(?: in (\w+))?$/.exec(source);
    return mark ? [{ code: mark[1]!, line: index + 1, function: mark[2] ?? null }] : [];
  });
  if (marks.length !== 1) throw new Error(`a wrong program marks one line, this one ${marks.length}`);
  return marks[0]!;
}

describe.each(folders.map((folder) => folder.name))("%s", (folder) => {
  const names = readdirSync(new URL(`${folder}/`, import.meta.url)).filter((name) => name.endsWith(".ts"));
  test.concurrent.each(names)("%s", { timeout: 60_000 }, async (name) => {
    const text = readFileSync(new URL(`${folder}/${name}`, import.meta.url), "utf8");
    const options = optionsFor(folder, text);
    const report = await reportOf(text, options);
    const found = report.faults.map((fault) => ({
      code: fault.code,
      line: fault.typescript?.line,
      function: fault.c?.function ?? null,
    }));
    if (name.endsWith(".right.ts")) {
      expect(found).toEqual([]);
      expect(report).toMatchObject({ status: "completed", heap: { leakedBlocks: 0 }, error: null });
      // `// prints …` says what a right program prints.
      const prints = [...text.matchAll(/^\/\/ prints (.*)$/gm)].map((match) => match[1]);
      if (prints.length > 0) expect(report.console.map((line) => line.text)).toEqual(prints);
      // Without the checker it does the same: nothing that a right program sees is the checker's. Weather is.
      if (Object.keys(conditionsOf(text)).length > 0) return;
      const fast = await reportOf(text, { ...options, build: "fast" });
      expect(fast).toMatchObject({ status: "completed", faults: [], error: null, console: report.console });
    } else {
      expect(found).toEqual([promised(text)]);
    }
  });
});
