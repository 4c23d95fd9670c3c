import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CHECKER_FOLDERS, findLibraries, findVariants, outputName } from "./libraries.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), "libraries-"));
});
afterEach(() => rmSync(root, { recursive: true }));

const put = (file: string, content = ""): void => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), content);
};

describe("finding libraries", () => {
  test("a folder is a library: its interface first, then headers, then sources", () => {
    for (const file of ["one/b.c", "one/a.h", "one/one.h", "one/a.c", "one/notes.txt"]) put(file);
    put("other/other.h");
    put("other/other.c");
    expect(findLibraries(root)).toEqual([
      { name: "one", variant: null, root, files: ["one.h", "a.h", "a.c", "b.c"], options: { filesystem: false } },
      { name: "other", variant: null, root, files: ["other.h", "other.c"], options: { filesystem: false } },
    ]);
  });

  test("the checker, the annotations and the glue are none", () => {
    for (const folder of [...CHECKER_FOLDERS, "include", "glue"]) put(`${folder}/x.c`);
    put("README.md");
    expect(findLibraries(root)).toEqual([]);
  });

  test("build.json may ask for files, and for nothing unknown", () => {
    for (const file of ["one/one.h", "one/one.c"]) put(file);
    put("one/build.json", '{ "filesystem": true }');
    expect(findLibraries(root)[0]!.options).toEqual({ filesystem: true });
    put("one/build.json", '{ "filesytem": true }');
    expect(() => findLibraries(root)).toThrow('unknown option "filesytem"');
  });

  test.each([
    ["two/two.c", "there is no two.h"],
    ["two/two.h", "there is no .c file"],
    ["Two-2/x.c", "a library's name consists of"],
  ])("a folder with only %s is refused: %s", (file, reason) => {
    put(file);
    expect(() => findLibraries(root)).toThrow(reason);
  });
});

describe("finding a library's variants", () => {
  const variants = () => findVariants(findLibraries(root)[0]!);
  beforeEach(() => {
    for (const file of ["one/one.h", "one/more.h", "one/one.c"]) put(file);
  });

  test("a variant has the library's headers, and sources of its own", () => {
    expect(variants()).toEqual([]);
    for (const file of ["other/b.c", "other/a.h", "another/one.c"]) put(`one/variants/${file}`);
    const [another, other] = variants();
    expect(another).toMatchObject({ name: "one", variant: "another", root });
    expect(another!.files).toEqual(["one.h", "more.h", "variants/another/one.c"]);
    expect(other!.files).toEqual(["one.h", "more.h", "variants/other/a.h", "variants/other/b.c"]);
    expect(variants().map(outputName)).toEqual(["variants/one.another", "variants/one.other"]);
    expect(findLibraries(root).map(outputName)).toEqual(["one"]);
  });

  test.each([
    ["Other/one.c", "a variant's name consists of"],
    ["other/notes.txt", "there is no .c file"],
    ["other/one.h", "one.h is the library's"],
  ])("a folder with %s is refused: %s", (file, reason) => {
    put(`one/variants/${file}`);
    expect(variants).toThrow(reason);
  });
});
