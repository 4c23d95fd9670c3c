import { describe, expect, test } from "vitest";
import { parseAssembly, printAssembly } from "../lines.ts";
import * as hotLoops from "./hot-loops.ts";

const moveChecksOutOfLoops = (assembly: string): string =>
  printAssembly(hotLoops.moveChecksOutOfLoops(parseAssembly(assembly)));

/** A check of one byte at the address on the stack, which stays in local `address`. */
const check = (address: number, shadow: number, ...makesAddress: string[]): string[] => [
  ...["block", ...makesAddress, `local.tee ${address}`, "i32.const 3", ".loc 1 8 22", "i32.shr_u", "i32.load8_s 0"],
  ...[`local.tee ${shadow}`, "i32.eqz", "br_if 0", `local.get ${address}`, "i32.const 7", "i32.and"],
  ...[`local.get ${shadow}`, "i32.lt_s", "br_if 0", `local.get ${address}`],
  ...["i32.const 0", "i32.const 12", "i32.store ffi_location", "call __asan_report_load1_noabort"],
  ...[".Ltmp0:", ".loc 1 0 22", "end_block"],
];

const inFunction = (...loop: string[]): string =>
  [".functype f (i32, i32) -> ()", ".local i32, i32, i32, i32", "i32.const 0", "local.set 2", ...loop, "end_function"]
    .map((line) => (line.endsWith(":") ? line : `\t${line.replace(" ", "\t")}`))
    .join("\n");

const wordsOf = (assembly: string): string[] =>
  parseAssembly(assembly).map(({ word, rest }) => `${word} ${rest}`.trim());

const countOf = (words: readonly string[], wanted: string): number => words.filter((word) => word === wanted).length;

/** Every branch leads to a block that is open where it stands, and every block is closed. */
function expectNested(words: readonly string[]): void {
  let depth = 0;
  for (const word of words) {
    if (/^(block|loop)$/.test(word)) depth++;
    if (/^end_(block|loop)$/.test(word)) depth--;
    const label = /^br(?:_if)? (\d+)$/.exec(word)?.[1];
    if (label !== undefined) expect(Number(label)).toBeLessThan(depth);
  }
  expect(depth).toBe(0);
}

const STEADY = [
  "loop",
  ...check(3, 4, "local.get 0", "local.get 2", "i32.add"),
  ...["local.get 5", "local.get 3", "i32.load8_u 0", "i32.add", "local.set 5"],
  ...["local.get 2", "i32.const 1", "i32.add", "local.tee 2", "local.get 1", "i32.ne", "br_if 0", "end_loop"],
];

describe("a loop whose address advances steadily", () => {
  const words = wordsOf(moveChecksOutOfLoops(inFunction(...STEADY)));

  test("makes eight turns with one test, and each alone where that fails", () => {
    expectNested(words);
    const several = words.slice(0, words.lastIndexOf("loop"));
    expect(countOf(several, "i32.load8_u 0")).toBe(8);
    // All memory that there can be, and then the shadow of eight bytes wherever they begin.
    expect(countOf(several, "i32.const 134217728")).toBe(1);
    expect(countOf(several, "i32.load16_u 0:p2align=0")).toBe(1);
    expect(several.filter((word) => word.startsWith("i32.load8_s"))).toEqual([]);
    const alone = words.slice(words.lastIndexOf("loop"), words.lastIndexOf("br 2"));
    expect([countOf(alone, "i32.load8_s 0"), countOf(alone, "i32.load8_u 0")]).toEqual([1, 1]);
  });

  test("reports in one place only, with its location, which no loop of the fast way contains", () => {
    const report = words.indexOf("call __asan_report_load1_noabort");
    expect(words.slice(report - 4, report)).toEqual([
      "local.get 3",
      ...["i32.const 0", "i32.const 12", "i32.store ffi_location"],
    ]);
    expect(countOf(words, "call __asan_report_load1_noabort")).toBe(1);
    expect(report).toBeGreaterThan(words.lastIndexOf("loop"));
  });
});

test("a loop whose address comes from memory keeps a test for each turn", () => {
  const walk = [
    "loop",
    ...check(3, 4, "local.get 2"),
    ...["local.get 3", "i32.load 0", "local.tee 2", "br_if 0", "end_loop"],
  ];
  const words = wordsOf(moveChecksOutOfLoops(inFunction(...walk)));
  expectNested(words);
  expect(countOf(words, "i32.load 0")).toBe(2);
  expect(words).not.toContain("i32.const 134217728");
});

test("a loop that stores where no check has looked may change the shadow: it goes turn by turn", () => {
  const storing = [...STEADY.slice(0, -8), "local.get 5", "i32.const 0", "i32.store8 0", ...STEADY.slice(-8)];
  const words = wordsOf(moveChecksOutOfLoops(inFunction(...storing)));
  expectNested(words);
  expect(words).not.toContain("i32.const 134217728");
});

test("a loop that calls anyway, one with a loop in it and one without checks stay as they are", () => {
  for (const loop of [
    [...STEADY.slice(0, -8), "call other", ...STEADY.slice(-8)],
    ["loop", "loop", "local.get 0", "br_if 0", "end_loop", "local.get 0", "br_if 0", "end_loop"],
    ["loop", "local.get 0", "br_if 0", "end_loop"],
  ]) {
    const assembly = inFunction(...loop);
    expect(moveChecksOutOfLoops(assembly)).toBe(assembly);
  }
});
