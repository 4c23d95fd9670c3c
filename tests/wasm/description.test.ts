import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { CFunction, LibraryDescription } from "../../src/contract/description.ts";
import { BUILT, SHIPPED } from "./library.ts";

const read = (folder: string, name: string): LibraryDescription =>
  JSON.parse(readFileSync(path.join(folder, `${name}.json`), "utf8")) as LibraryDescription;

const find = (library: LibraryDescription, name: string): CFunction => {
  const found = library.functions.find((each) => each.name === name);
  if (found === undefined) throw new Error(`${name} is not described`);
  return found;
};

describe("the description of strings is what its header says", () => {
  const strings = read(SHIPPED, "strings");

  test("functions, in the header's order, and libc's after them", () => {
    expect(strings.functions.map((each) => each.prototype)).toEqual([
      "const char *get_version(void)",
      "bool set_name(const char *name)",
      "char *get_error_message(void)",
      "void free_string(char *text)",
      "void store_string(const char *text)",
      "size_t stored_length(void)",
      "void *malloc(size_t size)",
      "void *calloc(size_t count, size_t size)",
      "void *realloc(void *block, size_t size)",
      "void free(void *block)",
      "size_t strlen(const char *text)",
      "int strcmp(const char *left, const char *right)",
      "void *memcpy(void *to, const void *from, size_t bytes)",
      "void *memset(void *to, int value, size_t bytes)",
    ]);
  });

  test("results: who owns them, whether they may be NULL", () => {
    const results = strings.functions.map((each) => [each.name, each.resultOwnership, each.resultNullable]);
    expect(Object.fromEntries(results.map(([name, ...rest]) => [name, rest]))).toMatchObject({
      get_version: [{ kind: "borrowed" }, true],
      set_name: [{ kind: "none" }, false],
      get_error_message: [{ kind: "owned", release: "free_string" }, true],
      free_string: [{ kind: "none" }, false],
      stored_length: [{ kind: "none" }, false],
      malloc: [{ kind: "owned", release: "free" }, true],
      realloc: [{ kind: "owned", release: "free" }, true],
    });
  });

  test.each([
    ["set_name", "name", "borrowed", true],
    ["free_string", "text", "taken", true],
    ["store_string", "text", "kept", true],
    ["free", "block", "taken", true],
    ["strlen", "text", "borrowed", false],
  ])("%s: %s is %s", (name, parameter, ownership, nullable) => {
    expect(find(strings, name).parameters).toMatchObject([
      { name: parameter, type: { kind: "pointer" }, ownership, nullable, countedBy: null },
    ]);
  });

  test("documentation is the header's comment without its marks", () => {
    expect(find(strings, "free_string").documentation).toBe(
      "Releases a text that `get_error_message` returned. NULL is allowed and does nothing.\n\n" +
        "Each text is released once, and not used afterwards.",
    );
    expect(find(strings, "malloc").documentation).toBe("");
    for (const each of strings.functions) expect(each.documentation).not.toMatch(/^\s*\*|\*\//m);
  });

  test("definitions and locations are lines of the source that is shown", () => {
    const source = readFileSync(path.join(import.meta.dirname, "../../c-sources/strings/strings.c"), "utf8").split(
      "\n",
    );
    for (const { name, definition } of strings.functions.slice(0, 6)) {
      expect(strings.files[definition!.file]).toBe("strings.c");
      expect(source[definition!.line - 1]!.slice(definition!.column - 1)).toMatch(new RegExp(`^${name}\\(`));
    }
    expect(strings.locations[0]).toBeNull();
    const texts = strings.locations.slice(1).map((span) => source[span!.line - 1]!.slice(span!.column - 1));
    expect(texts).toEqual(
      expect.arrayContaining([expect.stringMatching(/^malloc\(/), expect.stringMatching(/^free\(/)]),
    );
    expect(new Set(strings.locations.map((span) => JSON.stringify(span))).size).toBe(strings.locations.length);
  });
});

describe("the description of a header with more in it", () => {
  const shapes = read(BUILT, "shapes");

  test("names its files header first, and exports only the interface", () => {
    expect(shapes.files).toEqual(["shapes.h", "internal.h", "shapes.c", "square.c"]);
    expect(shapes.functions.map(({ name }) => name)).not.toContain("square");
  });

  test("structs by value, nested, with and without a tag", () => {
    expect(find(shapes, "distance").parameters.map(({ type }) => type)).toEqual([
      { kind: "struct", name: "Point" },
      { kind: "struct", name: "Point" },
    ]);
    expect(find(shapes, "around").result).toEqual({ kind: "struct", name: "Rect" });
    expect(find(shapes, "contains").parameters[0]!.type).toEqual({ kind: "pointer", to: "const Rect" });
    const layouts = shapes.structs.map(({ name, bytes, align, fields }) => ({
      ...{ name, bytes, align },
      fields: fields.map((field) => `${field.name} ${field.offset}+${field.bytes}`),
    }));
    expect(layouts).toEqual([
      { name: "Point", bytes: 16, align: 8, fields: ["x 0+8", "y 8+8"] },
      { name: "Rect", bytes: 32, align: 8, fields: ["top_left 0+16", "bottom_right 16+16"] },
      {
        ...{ name: "Mixed", bytes: 32, align: 8 },
        fields: ["flag 0+1", "numbers 2+6", "wide 8+8", "next 16+4", "done 20+4", "label 24+4"],
      },
    ]);
    expect(shapes.structs[2]!.fields.map(({ type }) => type)).toMatchObject([
      { kind: "bool" },
      { kind: "integer", bytes: 2, signed: true, spelling: "int16_t" },
      { kind: "integer", bytes: 8, signed: false },
      { kind: "pointer", to: "struct Mixed" },
      { kind: "function" },
      { kind: "pointer", to: "const char" },
    ]);
  });

  test("integers, enums, floats and functions", () => {
    expect(find(shapes, "widen")).toMatchObject({
      result: { kind: "integer", bytes: 8, signed: true, spelling: "int64_t" },
      parameters: [
        { type: { kind: "integer", bytes: 1, signed: true } },
        { type: { kind: "integer", bytes: 2, signed: false } },
        { type: { kind: "float", bytes: 4 } },
        { type: { kind: "integer", bytes: 8, signed: false, spelling: "unsigned long long" } },
      ],
    });
    expect(find(shapes, "open_opaque").parameters[0]!.type).toMatchObject({ kind: "integer", signed: false });
    expect(find(shapes, "ask_opaque").result).toMatchObject({ kind: "integer", signed: true, spelling: "Answer" });
    expect(find(shapes, "log_line").parameters[0]!.type).toEqual({
      kind: "function",
      spelling: "void (*)(const char *)",
    });
  });

  test("annotations over several lines and parameters", () => {
    expect(find(shapes, "visit_all").parameters).toMatchObject([
      { name: "values", ownership: "borrowed", countedBy: "count" },
      { name: "count", ownership: "none" },
      { name: "visit", ownership: "kept", nullable: false, type: { kind: "function", spelling: "visitor" } },
      { name: "user_data", ownership: "kept", nullable: true },
    ]);
    expect(find(shapes, "open_opaque")).toMatchObject({
      prototype: "struct Opaque *open_opaque(enum level level)",
      resultOwnership: { kind: "owned", release: "close_opaque" },
      resultNullable: true,
    });
    expect(find(shapes, "visit_all").prototype).toBe(
      "void visit_all(const int32_t *values, size_t count, visitor visit, void *user_data)",
    );
  });

  test("who remembers a callback, who ends that, and what only one task may use", () => {
    expect(find(shapes, "listen_to")).toMatchObject({
      prototype: "int listen_to(const struct Opaque *opaque, visitor visit, void *user_data)",
      registers: { callback: "visit", endedBy: "stop_listening" },
    });
    expect(find(shapes, "listen_to").parameters.map((each) => each.notThreadSafe)).toEqual([
      true,
      undefined,
      undefined,
    ]);
    expect(find(shapes, "stop_listening").unregisters).toEqual({ register: "listen_to", id: "id" });
    expect(Object.keys(find(shapes, "visit_all"))).not.toContain("registers");
  });

  test("only documentation comments document", () => {
    expect(find(shapes, "distance").documentation).toBe("");
    expect(find(shapes, "contains").documentation).toBe("One line.");
    expect(find(shapes, "visit_all").documentation).toBe("Visits.\n\n    for (each) visit(it);\n\nEnds.");
  });
});
