import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { readText } from "../../src/toolchain/libraries/describe.ts";
import { compilerVersion } from "../../src/toolchain/libraries/emcc.ts";
import { findLibraries, findVariants } from "../../src/toolchain/libraries/libraries.ts";
import { unlikeItsLibrary } from "../../src/toolchain/libraries/variant.ts";

const installed = await compilerVersion();
const root = mkdtempSync(path.join(os.tmpdir(), "variants-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const put = (file: string, content: string): void => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), content);
};

// A name that the C library has a header of, too: a variant finds its library's, and the C library finds its own.
put(
  "strings/strings.h",
  "#ifndef MINE\n#define MINE\nint first(const char *text);\nint last(const char *text);\n#endif\n",
);
put(
  "strings/strings.c",
  '#include "strings.h"\nint first(const char *text) { return *text; }\nint last(const char *text) { return *text; }\n',
);
put(
  "strings/variants/good/any-name.c",
  '#include "strings.h"\n#include <string.h>\nint first(const char *text) { return text[0]; }\nint last(const char *text) { return (int)strlen(text); }\n',
);
put("strings/variants/lacking/strings.c", '#include "strings.h"\nint first(const char *text) { return text[0]; }\n');
put("strings/variants/lone/strings.c", "int first(int x) { return x; }\nint last(int x) { return x; }\n");

test("a variant is read with its library's header, and has to define what that declares", async ({ skip }) => {
  skip(installed === null, "there is no emcc on this machine");
  const library = findLibraries(root)[0]!;
  const [good, lacking, lone] = findVariants(library);
  const [own, text] = await Promise.all([readText(library), readText(good!)]);
  expect(unlikeItsLibrary(good!, text, own)).toBeNull();
  expect(text.functions[0]!.definition).toMatchObject({ line: 3, function: "first" });
  await expect(readText(lacking!)).rejects.toThrow(
    "strings/strings.h declares last, which no file of its variant lacking defines",
  );
  await expect(readText(lone!)).rejects.toThrow(
    "strings/variants/lone/strings.c defines first and does not include strings/strings.h, which declares it",
  );
});
