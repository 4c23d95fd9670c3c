import { expect, test } from "vitest";
import * as constants from "./constants.ts";
import { parseAssembly, printAssembly } from "./lines.ts";

const markConstants = (assembly: string): string => printAssembly(constants.markConstants(parseAssembly(assembly)));

const record = (address: string): string[] =>
  [address, "6", "32", ".Lname", ".Lmodule", "0", "0", "4294967295"].map((word) => `\t.int32\t${word}`);

const flags = (assembly: string): string[] =>
  markConstants(assembly)
    .split("\n")
    .filter((line) => line.startsWith("\t.int32"))
    .filter((_, index) => index % 8 === 5)
    .map((line) => line.slice(-1));

const assembly = (first: string, second: string, ends: readonly string[] = []): string =>
  [
    ...["\ti32.const\ttable", "\ti32.const\t2", "\tcall\t__asan_register_globals"],
    ...['\t.section\t.rodata.version,"",@', "version:", '\t.asciz\t"1.2.0"'],
    ...['\t.section\t.data.count,"",@', "count:", "\t.skip\t4"],
    ...['\t.section\t.data.table,"",@', "table:", ...record(first), ...record(second), ...ends],
  ].join("\n");

test("a record of a constant says so, that of a variable does not", () => {
  expect(flags(assembly("version", "count"))).toEqual(["1", "0"]);
});

test("newer compilers give other names to what is in the table", () => {
  expect(flags(assembly(".Lone", ".Lother", [".Lone = count", ".Lother = version"]))).toEqual(["0", "1"]);
});

test("a pointer to a constant in a table of the program's own changes nothing there", () => {
  const own = ['\t.section\t.data.own,"",@', "own:", ...record("version")].join("\n");
  expect(markConstants(own)).toBe(own);
  expect(flags(`${assembly("count", "count")}\n${own}`)).toEqual(["0", "0", "0"]);
});
