import { expect, test } from "vitest";
import { calleeOf, functionAnnounced, parseAssembly, printAssembly, readLine, signatureOf } from "./lines.ts";
import { Positions } from "./positions.ts";

const partsOf = (text: string): [string, string] => {
  const { word, rest } = readLine(text);
  return [word, rest];
};

test("a line is a word and what follows it, without its comment", () => {
  expect(partsOf("\tlocal.get\t3")).toEqual(["local.get", "3"]);
  expect(partsOf("main:                                   # @main")).toEqual(["main:", ""]);
  expect(partsOf("# %bb.0:")).toEqual(["", ""]);
});

test("a # in a text literal begins no comment, and one behind it does", () => {
  expect(partsOf('\t.asciz\t"a # b"')).toEqual([".asciz", '"a # b"']);
  expect(partsOf('\t.asciz\t"\\"#" # "c"')).toEqual([".asciz", '"\\"#"']);
  expect(partsOf('\tnop # a "comment"')).toEqual(["nop", ""]);
});

test("what was read is written as it was", () => {
  const text = '\t.text\n\nmain:   # @main\n\t.asciz  "#"\n';
  expect(printAssembly(parseAssembly(text))).toBe(text);
});

test("a call through a pointer has no callee", () => {
  expect(calleeOf(readLine("\tcall\tmalloc   # known"))).toBe("malloc");
  expect(calleeOf(readLine("\tcall_indirect\t(i32) -> ()"))).toBeNull();
});

test("functions are announced, and declared with their parameters", () => {
  expect(functionAnnounced(readLine("\t.type\tmain,@function"))).toBe("main");
  expect(functionAnnounced(readLine("\t.type\ttable,@object"))).toBeNull();
  expect(signatureOf(readLine("\t.functype\tf (i32, f64) -> (i32)"))).toEqual({
    name: "f",
    parameters: ["i32", "f64"],
  });
  expect(signatureOf(readLine("\t.functype\tg () -> ()"))).toEqual({ name: "g", parameters: [] });
});

test("a position names the file that its number was given to, a # in its name and all", () => {
  const positions = new Positions();
  for (const text of ['\t.file\t1 "." "a#b.c"', '\t.file\t2 "/usr/include" "c.h"', '\t.file\t3 "d.c"']) {
    expect(positions.read(readLine(text))).toBeNull();
  }
  const at = (loc: string) => positions.read(readLine(`\t.loc\t${loc}`));
  expect(at("1 3 7 prologue_end")).toEqual({ file: "a#b.c", line: 3, column: 7 });
  expect(at("2 4 0")).toEqual({ file: "/usr/include/c.h", line: 4, column: 0 });
  expect(at("3 0 1")).toEqual({ file: "d.c", line: 0, column: 1 });
});
