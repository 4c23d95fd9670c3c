import { expect, test } from "vitest";
import type { CFunction, CStruct } from "../../contract/description.ts";
import { LIBC } from "../description/libc.ts";
import { unlikeItsLibrary } from "./variant.ts";

const VARIANT = { name: "points", variant: "other" };
const malloc = LIBC[0]!;
const point: CStruct = { name: "Point", bytes: 8, align: 4, fields: [] };
const make: CFunction = { ...malloc, name: "make", definition: { file: 1, line: 2, column: 3, function: "make" } };
const library = { functions: [make, malloc], structs: [point] };

test("a variant may define its functions elsewhere, and nothing else may differ", () => {
  const elsewhere = { ...make, definition: { file: 2, line: 9, column: 1, function: "make" } };
  expect(unlikeItsLibrary(VARIANT, { ...library, functions: [elsewhere, malloc] }, library)).toBeNull();
});

test.each<[string, typeof library]>([
  ["make", { ...library, functions: [{ ...make, resultNullable: !make.resultNullable }, malloc] }],
  ["malloc", { ...library, functions: [make] }],
  ["more", { ...library, functions: [make, malloc, { ...make, name: "more" }] }],
  ["Point", { ...library, structs: [{ ...point, bytes: 12 }] }],
])("its %s is named where it differs", (name, text) => {
  expect(unlikeItsLibrary(VARIANT, text, library)).toBe(
    `c-sources/points/variants/other: its ${name} is not that of the library points`,
  );
});
