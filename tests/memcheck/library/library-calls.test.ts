import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ACCESSES, SIZES } from "../../../src/toolchain/assembly/accesses.ts";
import { INTERCEPTED } from "../../../src/toolchain/assembly/interceptors.ts";
import { WRAPPED_BY_UNIX } from "../../../src/toolchain/clang/definedness.ts";
import { compileProgram, runChecked, type MemcheckReport } from "../../../src/memcheck/index.ts";
import { ABSENT } from "../native.ts";
import { CALLS, lineOf, programOf } from "./calls.ts";

const folder = mkdtempSync(path.join(tmpdir(), "library-calls-"));
afterAll(() => rmSync(folder, { recursive: true }));

const INPUT = "a line that is longer than what any of these calls has room for\n".repeat(20);

/** After a call that is wrong some others cannot be run: they go into programs of so many. */
const CALLS_A_PROGRAM = 12;

async function run(text: string): Promise<MemcheckReport> {
  const file = path.join(folder, "calls.c");
  writeFileSync(file, text);
  const compiled = await compileProgram({ files: [file], include: [], define: [] });
  if (!compiled.ok) throw new Error(compiled.output);
  const input = new TextEncoder().encode(INPUT);
  const ran = await runChecked(compiled.program, { arguments: ["calls"], timeLimitMs: 60_000, input });
  if (ran.kind === "failed") throw new Error(ran.reason);
  return ran.report;
}

const foundIn = ({ faults }: MemcheckReport): string[] =>
  faults.map(({ code, c, message }) => `${c?.line ?? "?"} ${code}: ${message}`);

describe("called rightly, with no more memory than they need", () => {
  const text = programOf(CALLS.map(({ right }) => right));

  test("no function of the C library is accused", { timeout: 300_000 }, async () => {
    const report = await run(text);
    expect(report.error).toBeNull();
    expect(foundIn(report)).toEqual([]);
  });

  const { asan } = ABSENT;
  test.skipIf(asan !== null)(`gcc's AddressSanitizer agrees${asan === null ? "" : ` (${asan})`}`, () => {
    const file = path.join(folder, "right.c");
    const binary = path.join(folder, "right");
    writeFileSync(file, text);
    const built = spawnSync("gcc", ["-std=gnu17", "-g", "-w", "-fsanitize=address", file, "-o", binary, "-lm"]);
    expect(built.stderr.toString()).toBe("");
    const ran = spawnSync(binary, { cwd: folder, input: INPUT });
    expect(ran.stderr.toString()).not.toContain("ERROR: AddressSanitizer");
    expect(ran.status).toBe(0);
  });
});

const wrong = CALLS.filter(({ code }) => code !== null);
const programs = Array.from({ length: Math.ceil(wrong.length / CALLS_A_PROGRAM) }, (_, index) =>
  wrong.slice(index * CALLS_A_PROGRAM, (index + 1) * CALLS_A_PROGRAM),
);

describe("called wrongly", () => {
  test.each(programs.map((calls) => ({ calls, names: calls.map(({ name }) => name).join(", ") })))(
    "each has its one fault: $names",
    { timeout: 300_000 },
    async ({ calls }) => {
      const found = foundIn(await run(programOf(calls.map((call) => call.wrong))));
      expect(found.map((line) => line.slice(0, line.indexOf(":")))).toEqual(
        calls.map(({ code }, index) => `${lineOf(index)} ${code!}`),
      );
    },
  );
});

test("the sizes of what the C library fills are the compiler's", { timeout: 300_000 }, async () => {
  const types: Record<keyof typeof SIZES, string> = {
    int: "int",
    pointer: "void *",
    size: "size_t",
    wide: "wchar_t",
    double: "double",
    longDouble: "long double",
    time: "time_t",
    tm: "struct tm",
    timespec: "struct timespec",
    timeval: "struct timeval",
    rusage: "struct rusage",
    tms: "struct tms",
    utsname: "struct utsname",
    regex: "regex_t",
    match: "regmatch_t",
    poll: "struct pollfd",
    position: "fpos_t",
  };
  const prints = Object.entries(types).map(([name, type]) => `printf("${name} %zu\\n", sizeof(${type}))`);
  const report = await run(`#include <poll.h>\n${programOf(prints)}`);
  const printed = report.console.map(({ text }) => text.split(" "));
  expect(Object.fromEntries(printed.map(([name, size]) => [name, Number(size)]))).toEqual(SIZES);
});

test("every function that has a place of its own in the runtime is called here", () => {
  const called = CALLS.map(({ wrong, right }) => `${wrong} ${right}`).join("\n");
  expect([...INTERCEPTED].filter((name) => !new RegExp(`\\b${name}\\(`).test(called))).toEqual([]);
});

test("what looks at its arguments itself is not looked at twice", () => {
  expect(WRAPPED_BY_UNIX.filter((name) => ACCESSES.has(name))).toEqual([]);
});

test("most of those whose accesses are known beforehand are, too", () => {
  const called = CALLS.map(({ wrong }) => wrong).join("\n");
  const known = [...ACCESSES.keys()];
  expect(known.filter((name) => new RegExp(`\\b${name}\\(`).test(called)).length).toBeGreaterThan(known.length / 2);
});
