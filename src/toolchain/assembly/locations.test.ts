import { describe, expect, test } from "vitest";
import { newLines, parseAssembly, printAssembly } from "./lines.ts";
import { LocationTable, storeLocations } from "./locations.ts";

/** Lines 1 to 9 of `lib/a.c` are `first`, the rest of it is `second`; other files are not the library's. */
const locate = (path: string, line: number, column: number) =>
  path === "lib/a.c" ? { file: 1, line, column, function: line < 10 ? "first" : "second" } : null;

/** The interesting lines of the assembly that comes out: stores as `variable=number`, and calls. */
function stored(lines: readonly string[], table = new LocationTable()): string[] {
  const head = ['\t.file\t1 "." "lib/a.c"', '\t.file\t2 "/usr/include" "inline.h"'];
  const compiled = parseAssembly([...head, ...lines].join("\n"));
  return printAssembly(storeLocations(compiled, table, locate, new Set(["own"]), new Set(["malloc"])))
    .replace(/\ti32\.const\t0\n\ti32\.const\t(\d+)\n\ti32\.store\t(\w+)/g, "=$2=$1")
    .split("\n")
    .filter((line) => /^=|\tcall/.test(line))
    .map((line) => line.replace(/^=|\t/g, (mark) => (mark === "=" ? "" : " ")).trim());
}

describe("code locations in assembly", () => {
  test("a call of something that takes the location is preceded by it", () => {
    expect(stored(["\t.loc\t1 3 7 prologue_end", "\tcall\tmalloc"])).toEqual(["ffi_location=1", "call malloc"]);
    expect(stored(["\t.loc\t1 3 7", "\tcall\t__asan_report_load4_noabort"])[0]).toBe("ffi_location=1");
  });

  test("a call through a pointer, or into another library, is also followed by forgetting it", () => {
    const type = "(i32) -> (i32)";
    expect(stored(["\t.loc\t1 3 7", `\tcall_indirect\t${type}`])).toEqual([
      "ffi_location=1",
      `call_indirect ${type}`,
      "ffi_location=0",
    ]);
    expect(stored(["\t.loc\t1 3 7", "\tcall\tqsort"])).toEqual([
      "ffi_outer_location=1",
      "call qsort",
      "ffi_outer_location=0",
    ]);
  });

  test("calls within the library and silent ones of the runtime cost nothing", () => {
    const silent = ["own", "__asan_init", "__asan_register_globals", "__asan_stack_malloc_3", "setTempRet0"];
    const lines = silent.map((name) => `\tcall\t${name}`);
    expect(stored(["\t.loc\t1 3 7", ...lines])).toEqual(silent.map((name) => `call ${name}`));
  });

  test("line 0 and lines of other files belong to the last line of the library", () => {
    const table = new LocationTable();
    stored(["\t.loc\t1 3 7", "\t.loc\t1 0 7", "\tcall\tmalloc", "\t.loc\t2 90 1", "\tcall\tmalloc"], table);
    expect(table.locations).toEqual([null, { file: 1, line: 3, column: 7, function: "first" }]);
  });

  test("a function's last line is not carried into the next function", () => {
    const lines = ["\t.loc\t1 3 7", "\tcall\tmalloc", "next:   # -- Begin function next", "\tcall\tmalloc"];
    expect(stored(lines)).toEqual(["ffi_location=1", "call malloc", "call malloc"]);
  });

  test("signatures are known before the first call", () => {
    const lines = ["\tcall\tlater", "\t.functype\tlater () -> (i32)"];
    const stored = storeLocations(newLines(...lines), new LocationTable(), locate, new Set(["later"]), new Set());
    expect(stored[0]!.text).toBe("\t.functype\tlater () -> (i32)");
  });

  test("one location has one number, in every file of the library", () => {
    const table = new LocationTable();
    stored(["\t.loc\t1 3 7", "\tcall\tmalloc", "\t.loc\t1 12 1", "\tcall\tmalloc"], table);
    expect(stored(["\t.loc\t1 12 1", "\tcall\tmalloc"], table)[0]).toBe("ffi_location=2");
    expect(table.locations.map((location) => location?.function)).toEqual([undefined, "first", "second"]);
  });
});
