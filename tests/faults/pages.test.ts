import { describe, expect, it } from "vitest";
import { faultFolders, readFaultPages } from "../../src/cli/fault-files.ts";
import { runProgram } from "../../src/cli/run-program.ts";
import type { RunReport } from "../../src/contract/run.ts";
import { faultFolder } from "../../src/course/fault-page.ts";

const PAGES = readFaultPages();

async function run(text: string): Promise<RunReport> {
  const outcome = await runProgram(text);
  if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
  return outcome.report;
}

it("every folder is the page of a fault", () => {
  expect(faultFolders().sort()).toEqual(PAGES.map(({ code }) => faultFolder(code)));
  expect(PAGES.length).toBeGreaterThan(0);
});

describe.each(PAGES)("$code $name", ({ code, prose, wrong, right }) => {
  it("the wrong program has this one fault, at the line that says so", async () => {
    const { faults } = await run(wrong.text);
    expect(
      faults.map((fault) => ({
        code: fault.code,
        line: fault.typescript?.line ?? null,
        cFunction: fault.c?.function ?? null,
      })),
    ).toEqual([{ code, line: wrong.line, cFunction: wrong.cFunction }]);
  });

  it("the right program runs to its end, shows something, has no fault and leaks nothing", async () => {
    const report = await run(right);
    expect(report).toMatchObject({ status: "completed", error: null, faults: [] });
    expect(report.heap).toMatchObject({ leakedBlocks: 0, leakedBytes: 0 });
    expect(report.console.length).toBeGreaterThan(0);
  });

  it("is 120 to 250 words", () => {
    const words = prose
      .replace(/^#+ .*$/gm, "")
      .split(/\s+/)
      .filter((word) => /\w/.test(word));
    expect(words.length).toBeGreaterThanOrEqual(120);
    expect(words.length).toBeLessThanOrEqual(250);
  });

  it("says what would happen without the playground", () => {
    expect(prose).toMatch(/nativ/i);
    for (const host of ["Deno", "Node", "Bun", "Rust"]) expect(prose).toContain(host);
  });

  it("tells it from other faults, by their codes", () => {
    const last = prose.slice(prose.indexOf("## What looks like it"));
    const named = last.match(/FFI\d{3}/g) ?? [];
    expect(named.length).toBeGreaterThan(0);
    expect(named).not.toContain(code);
  });

  it("says what each program is about, and fits its lines into 80 columns", () => {
    for (const text of [wrong.text, right]) {
      expect(text).toMatch(/^\/\/ \S/);
      expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
    }
  });
});
