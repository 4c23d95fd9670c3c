import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { BUILT, FaultKind, Instance } from "./library.ts";

const SOURCE = readFileSync(path.join(import.meta.dirname, "c-sources/textual/textual.c"), "utf8").split("\n");

const CASES = [
  { call: "wide_length", wrong: 4, right: [3, 0], kind: FaultKind.UnterminatedString, bytes: 16 },
  { call: "wide_copy", wrong: 3, right: [4, 5], kind: FaultKind.Write, bytes: 16 },
  { call: "wide_copy_some", wrong: 5, right: [4, 2], kind: FaultKind.Write, bytes: 20 },
  { call: "wide_append", wrong: 3, right: [4], kind: FaultKind.Write, bytes: 16 },
  { call: "wide_compare", wrong: 4, right: [3], kind: FaultKind.UnterminatedString, bytes: 16 },
  { call: "wide_compare_some", wrong: 5, right: [4, 0], kind: FaultKind.UnterminatedString, bytes: 16 },
  { call: "wide_find", wrong: 4, right: [3], kind: FaultKind.UnterminatedString, bytes: 16 },
  { call: "wide_memory_copy", wrong: 5, right: [4, 0], kind: FaultKind.Write, bytes: 20 },
  { call: "wide_memory_move", wrong: 4, right: [3, 0], kind: FaultKind.Write, bytes: 16 },
  { call: "wide_memory_set", wrong: 5, right: [4, 0], kind: FaultKind.Write, bytes: 20 },
  { call: "wide_memory_compare", wrong: 5, right: [4, 0], kind: FaultKind.UnterminatedString, bytes: 16 },
  { call: "wide_overlap", wrong: 5, right: [4], kind: FaultKind.Overlap, bytes: 16 },
  { call: "copy_to_end", wrong: 7, right: [8], kind: FaultKind.Write, bytes: 8 },
  { call: "copy_bounded", wrong: 5, right: [4, 1, 0], kind: FaultKind.Write, bytes: 5 },
  { call: "copy_until", wrong: 4, right: [3, 0], kind: FaultKind.Write, bytes: 8 },
  { call: "span", wrong: 8, right: [7], kind: FaultKind.UnterminatedString, bytes: 8 },
  { call: "span_without", wrong: 8, right: [7], kind: FaultKind.UnterminatedString, bytes: 8 },
  { call: "find_any", wrong: 8, right: [7], kind: FaultKind.UnterminatedString, bytes: 8 },
  { call: "number", wrong: 8, right: [7, 0], kind: FaultKind.UnterminatedString, bytes: 8 },
  { call: "number_wide", wrong: 8, right: [7, 0], kind: FaultKind.UnterminatedString, bytes: 8 },
  { call: "number_real", wrong: 8, right: [7, 0], kind: FaultKind.UnterminatedString, bytes: 8 },
  { call: "number_simple", wrong: 8, right: [7, 0], kind: FaultKind.UnterminatedString, bytes: 8 },
  { call: "print_small", wrong: 3, right: [2, 0], kind: FaultKind.Write, bytes: 9 },
  { call: "print_bounded", wrong: 10, right: [8, 0, 1], kind: FaultKind.Write, bytes: 10 },
  { call: "print_real", wrong: 9, right: [8], kind: FaultKind.Write, bytes: 9 },
  { call: "print_bound_too_large", wrong: 8, right: [7, 0], kind: FaultKind.Write, bytes: 9 },
  { call: "line_from_file", wrong: 8, right: [9, 20], kind: FaultKind.Write, bytes: 50 },
  { call: "bytes_from_file", wrong: 9, right: [11, 100], kind: FaultKind.Write, bytes: 100 },
  { call: "bytes_to_file", wrong: 9, right: [8, 0], kind: FaultKind.Read, bytes: 9 },
  { call: "sort_past", wrong: 11, right: [10, 0], kind: FaultKind.Write, bytes: 44 },
  { call: "search_past", wrong: 11, right: [10, 0], kind: FaultKind.Read, bytes: 44 },
];

describe("the C library's functions over texts, numbers and files", () => {
  let textual: Instance;
  beforeEach(async () => {
    textual = await Instance.load(BUILT, "textual", "checked");
  });

  test.each(CASES)("$call($wrong) is one fault, at its line", ({ call, wrong, kind, bytes }) => {
    textual.call(call, wrong);
    const line = SOURCE.findIndex((text) => text.includes(`/* here: ${call} */`)) + 1;
    expect(textual.reports).toMatchObject([{ kind, bytes, span: { function: call, line } }]);
    expect(textual.releases).toHaveLength(textual.allocations.length);
  });

  test.each(CASES.flatMap(({ call, right }) => right.map((n) => ({ call, n }))))(
    "$call($n) accuses nothing, and answers as it does unchecked",
    async ({ call, n }) => {
      const fast = await Instance.load(BUILT, "textual", "fast");
      expect(textual.call(call, n)).toBe(fast.call(call, n));
      expect(textual.reports).toEqual([]);
    },
  );
});
