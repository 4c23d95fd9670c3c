import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compareAll } from "./compare-all.ts";
import { tableOf, totalsOf, type Row } from "./comparison.ts";
import { ABSENT } from "./native.ts";
import { findPrograms } from "./programs.ts";

const programs = findPrograms();
let rows: Row[] = [];

beforeAll(async () => {
  rows = await compareAll(programs);
}, 1_800_000);

describe("each program by itself: the wrong one has its one fault, its right twin none", () => {
  test.each(programs)("$name", ({ name, expected }) => {
    const row = rows.find(({ program }) => program.name === name)!;
    expect(row.ours).toEqual(expected === null ? [] : [`${expected.code}:${expected.line}`]);
    if (expected === null) expect(row.report).toMatchObject({ status: "completed", exitCode: 0 });
  });
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
