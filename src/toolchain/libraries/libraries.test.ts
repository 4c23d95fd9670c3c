import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CHECKER_FOLDERS, findLibraries } from "./libraries.ts";

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
      { name: "one", root, files: ["one.h", "a.h", "a.c", "b.c"], options: { filesystem: false } },
      { name: "other", root, files: ["other.h", "other.c"], options: { filesystem: false } },
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
