import { expect, test } from "vitest";
import * as libraryCalls from "./library-calls.ts";
import { parseAssembly, printAssembly } from "./lines.ts";

const followLibraryCalls = (assembly: string, ...rest: [ReadonlySet<string>, ReadonlySet<string>]): string =>
  printAssembly(libraryCalls.followLibraryCalls(parseAssembly(assembly), ...rest));

const own = new Set(["main"]);
const assembly = (body: readonly string[], signature: string): string =>
  [`\t.functype\t${signature}`, "main:                                   # @main", ...body, "\tend_function"].join(
    "\n",
  );

test("a function of more lines than a call may have arguments stays whole", () => {
  const body = Array.from({ length: 200_000 }, () => "\tnop");
  const followed = followLibraryCalls(assembly(body, "time (i32) -> (i64)"), own, new Set());
  expect(followed.split("\tnop\n")).toHaveLength(200_001);
});

test("a file whose functions need no frame says what the stack pointer is, before it is asked for", () => {
  const lines = followLibraryCalls(assembly(["\tcall\tabort"], "abort () -> ()"), own, new Set()).split("\n");
  const declared = lines.indexOf("\t.globaltype\t__stack_pointer, i32");
  expect(declared).toBeGreaterThanOrEqual(0);
  expect(declared).toBeLessThan(lines.indexOf("\tglobal.get\t__stack_pointer"));
});

test("behind a pointer all may have been written, behind a list of arguments what it names", () => {
  const calls = (name: string): string[] =>
    followLibraryCalls(assembly([`\tcall\t${name}`], `${name} (i32, i32) -> (i32)`), own, new Set())
      .split("\n")
      .flatMap((line) => /^\tcall\t(.*behind.*)$/.exec(line)?.[1] ?? []);
  expect(calls("stat")).toEqual(["ffi_values_behind", "ffi_values_behind"]);
  expect(calls("printf")).toEqual(["ffi_values_behind", "ffi_values_behind_list"]);
});
