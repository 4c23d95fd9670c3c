import { afterAll, describe, expect, test } from "vitest";
import { compare, tableOf, totalsOf, type Row } from "./comparison.ts";
import { ABSENT } from "./native.ts";
import { findPrograms } from "./programs.ts";

const programs = findPrograms();
const rows: Row[] = [];

describe("each program by itself: the wrong one has its one fault, its right twin none", () => {
  test.concurrent.each(programs)("$name", { timeout: 120_000 }, async (program) => {
    const row = await compare(program);
    rows.push(row);
    const { expected } = program;
    expect(row.ours).toEqual(expected === null ? [] : [`${expected.code}:${expected.line}`]);
    if (expected === null) expect(row.report).toMatchObject({ status: "completed", exitCode: 0 });
  });
});

/** What is said of some programs' one fault. */
const WORDS = {
  "literal-written": "A string literal, which is constant, was written.",
  "literal-cut-into-pieces": "In `strtok`, a string literal, which is constant, was written.",
  "constant-table-changed": "`primes`, which is `const`, was written.",
  "appended-too-much":
    "In `strcat`, a write of 5 bytes reached offset 12 of `path`, which has 12 bytes: just behind its end.",
  "own-strcpy-without-room": "A write of 1 byte reached offset 4 of `word`, which has 4 bytes: just behind its end.",
  "no-return-on-one-way":
    "The function ends without a `return`, and its caller is given a value that was never written.",
};

test.each(Object.entries(WORDS))("the words of %s", (name, words) => {
  const { report } = rows.find(({ program }) => program.name === `${name}.wrong`)!;
  expect(report.faults.map(({ message, c }) => c && message)).toEqual([words]);
});

describe.each(["asan", "valgrind"] as const)("beside %s", (tool) => {
  const absent = ABSENT[tool];
  test.skipIf(absent !== null)(`memcheck finds all that it finds${absent === null ? "" : ` (${absent})`}`, () => {
    const wrong = rows.filter(({ program }) => program.expected !== null);
    expect(wrong.length).toBe(programs.length / 2);
    const missed = wrong.filter((row) => row[tool] !== null && row.ours.length === 0);
    expect(missed.map(({ program }) => program.name)).toEqual([]);
    // Programs in which the tool found nothing would show nothing.
    expect(wrong.filter((row) => row[tool] !== null).length).toBeGreaterThan(wrong.length / 2);
  });

  test.skipIf(absent !== null)(
    `it agrees that the right twins are right${absent === null ? "" : ` (${absent})`}`,
    () => {
      const accused = rows.filter((row) => row.program.expected === null && row[tool] !== null);
      expect(accused.map((row) => `${row.program.name}: ${row[tool]}`)).toEqual([]);
    },
  );
});

test("there are six forms and more of each fault that C can have by itself", () => {
  const forms = (code: string) => programs.filter(({ expected }) => expected?.code === code).length;
  for (const code of ["FFI001", "FFI002", "FFI003", "FFI004", "FFI005", "FFI006", "FFI010", "FFI016"]) {
    expect([code, forms(code) >= 6]).toEqual([code, true]);
  }
});

afterAll(() => console.log(`${tableOf(rows)}\n\n${totalsOf(rows)}`));
