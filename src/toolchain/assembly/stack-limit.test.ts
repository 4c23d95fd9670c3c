import { expect, test } from "vitest";
import { newLines } from "./lines.ts";
import { checkStackOfLibrary, checkStackOfProgram, STACK_EXHAUSTED } from "./stack-limit.ts";

const wordsOf = (pass: typeof checkStackOfLibrary, ...texts: string[]): string[] =>
  pass(newLines(...texts)).map(({ word, rest }) => `${word} ${rest}`.trim());

test("a function that takes a part of the stack looks first whether there is one", () => {
  const taking = ["global.get __stack_pointer", "i32.const 32", "i32.sub", "local.tee 3", ".loc 1 2 3"];
  const words = wordsOf(checkStackOfLibrary, ...taking, "global.set __stack_pointer", "local.get 3");
  const asked = words.indexOf("block");
  expect(words.slice(1, asked)).toEqual(taking);
  expect(words.slice(asked)).toEqual([
    ...["block", "local.get 3", `i32.const __data_end+${64 * 1024}`, "i32.ge_u", "br_if 0"],
    ...["local.get 3", `call ${STACK_EXHAUSTED}`, "end_block"],
    ...["global.set __stack_pointer", "local.get 3"],
  ]);
});

test("one that gives its part back goes on as it was", () => {
  const giving = ["local.get 3", "i32.const 32", "i32.add", "global.set __stack_pointer"];
  expect(wordsOf(checkStackOfLibrary, ...giving).slice(1)).toEqual(giving);
});

test("a program looks behind every change of the stack's end", () => {
  expect(wordsOf(checkStackOfProgram, "global.set __stack_pointer", "return").slice(1)).toEqual([
    ...["global.set __stack_pointer", "global.get __stack_pointer", `i32.const __data_end+${16 * 1024}`, "i32.lt_s"],
    ...["if", "global.get __stack_pointer", `call ${STACK_EXHAUSTED}`, "end_if", "return"],
  ]);
});
