import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { C_NUMBERS } from "../../src/contract/c-types.ts";
import type { CFunction, LibraryDescription } from "../../src/contract/description.ts";
import { signatureMismatch } from "../../src/ffi/types/check-signature.ts";
import type { NativeType } from "../../src/ffi/types/native-types.ts";
import { explainTypeError } from "../../src/compiler/explain-type-error.ts";
import { clang } from "../../src/toolchain/clang/clang.ts";
import { parseAst } from "../../src/toolchain/description/ast.ts";
import { declarationsOf } from "../../src/toolchain/description/declarations.ts";
import { interfaceOf } from "../../src/toolchain/description/functions.ts";
import { compilerVersion, emcc } from "../../src/toolchain/libraries/emcc.ts";
import { declare } from "../../src/ui/editor/declare/declaration.ts";

/** The word for each C type, with what only a parameter has: `const`, and typedefs of a header's own. */
const WORDS: Readonly<Record<string, string>> = {
  ...{ char: "i8", "unsigned char": "u8", int8_t: "i8", uint8_t: "u8" },
  ...{ short: "i16", int16_t: "i16", uint16_t: "u16", int: "i32", "unsigned int": "u32" },
  ...{ long: "i32", "unsigned long": "u32", int32_t: "i32", uint32_t: "u32", wchar_t: "i32" },
  ...{ "long long": "i64", int64_t: "i64", uint64_t: "u64", intmax_t: "i64" },
  ...{ size_t: "usize", "const size_t": "usize", uintptr_t: "usize", "volatile uintptr_t": "usize" },
  ...{ ssize_t: "isize", ptrdiff_t: "isize", intptr_t: "isize", "const intptr_t": "isize" },
  ...{ float: "f32", double: "f64", bool: "bool", "const int *": "pointer" },
  // These are what their headers say: WASI's `time_t` has 8 bytes, Emscripten's 4.
  ...{ time_t: "i64", own_length: "u32", own_time: "i64" },
};
const TYPES = Object.keys(WORDS);

const INCLUDES = ["stdbool", "stddef", "stdint", "time", "wchar", "sys/types"].map((name) => `#include <${name}.h>`);

async function readTypes(): Promise<CFunction[]> {
  const prototypes = TYPES.map((type, index) => `${type} f${index}(${type} value);`);
  const header = [...INCLUDES, "typedef size_t own_length;", "typedef time_t own_time;", ...prototypes, ""].join("\n");
  const parameters = ["-fsyntax-only", "-Wno-ignored-qualifiers", "-Xclang", "-ast-dump=json", "types.h"];
  const run = await clang(parameters, { "types.h": header }, "types.h");
  expect(run.output).toBe("");
  return interfaceOf(parseAst(new TextDecoder().decode(run.stdout)), "types.h", Buffer.from(header), () => null, []);
}

const read = readTypes();

test("the editor inserts, dlopen expects and the declarations show the same word for a C type", async () => {
  const functions = await read;
  const library: LibraryDescription = { name: "types", files: ["types.h"], functions, structs: [], locations: [] };
  const declarations = declarationsOf([library]);
  for (const [index, each] of functions.entries()) {
    const type = TYPES[index]!;
    const word = WORDS[type]! as NativeType & "i32";
    const definition = { parameters: [word], result: word };
    expect([type, declare(each, library).entry.replace(/borrowed\((.*)\)/, "$1")]).toEqual([
      type,
      `f${index}: { parameters: ["${word}"], result: "${word}" }`,
    ]);
    expect(signatureMismatch(definition, each, [])).toBeNull();
    expect(declarations).toContain(`f${index}: { readonly parameters: readonly [value: "${word}"]; readonly result: `);
  }
});

test("dlopen takes for an address's width the word of 32 bits too, and no other", async () => {
  const functions = await read;
  const mismatch = (type: string, word: "i32" | "u32" | "usize" | "isize"): string | null =>
    signatureMismatch({ parameters: [word], result: word }, functions[TYPES.indexOf(type)]!, []);
  for (const [type, same, other] of [
    ["intptr_t", "i32", "u32"],
    ["ptrdiff_t", "i32", "usize"],
    ["const size_t", "u32", "i32"],
    ["uintptr_t", "u32", "isize"],
  ] as const) {
    expect(mismatch(type, same)).toBeNull();
    expect(mismatch(type, other)).toBe(`parameter 1 (value) is ${type}, declared as "${other}"`);
  }
});

test("a program that writes C's name in a table is told the word", () => {
  for (const [name, { word }] of C_NUMBERS) {
    expect(explainTypeError(`Type '"${name}"' is not assignable to type 'ParameterType'.`)).toContain(
      `Write "${word}".`,
    );
  }
});

const asserts = (): string => {
  const numbers = [...C_NUMBERS].map(([name, number]) =>
    number.kind === "float"
      ? `_Static_assert(sizeof(${name}) == ${number.bytes}, "${name}");`
      : `_Static_assert(sizeof(${name}) == ${number.bytes} && ((${name})-1 < 0) == ${number.signed}, "${name}");`,
  );
  return [...INCLUDES, ...numbers, ""].join("\n");
};

test("every number of the table has the bytes and the sign that clang gives it for WASI", async () => {
  const { ok, output } = await clang(["-fsyntax-only", "numbers.c"], { "numbers.c": asserts() }, "numbers.c");
  expect({ ok, output }).toEqual({ ok: true, output: "" });
});

test("and those that Emscripten gives it", async ({ skip }) => {
  skip((await compilerVersion()) === null, "there is no emcc on this machine");
  const folder = mkdtempSync(path.join(tmpdir(), "c-types-"));
  try {
    writeFileSync(path.join(folder, "numbers.c"), asserts());
    await emcc(folder, ["-fsyntax-only", "numbers.c"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
