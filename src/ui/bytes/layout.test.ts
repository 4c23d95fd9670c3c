import { expect, test } from "vitest";
import type { CStruct, CType } from "../../contract/description.ts";
import { layOut } from "./layout.ts";

const double: CType = { kind: "float", bytes: 8, spelling: "double" };
const byte: CType = { kind: "integer", bytes: 1, signed: false, spelling: "uint8_t" };
const size: CType = { kind: "integer", bytes: 4, signed: false, spelling: "size_t" };
const pointer: CType = { kind: "pointer", to: "const char" };
const struct = (name: string, ...fields: [string, CType, number, number][]): CStruct => ({
  name,
  bytes: 0,
  align: 0,
  fields: fields.map(([field, type, offset, bytes]) => ({ name: field, type, offset, bytes })),
});
const rows = (of: CStruct, structs: CStruct[], bits: 4 | 8) =>
  layOut(of, structs, bits).stretches.map(({ name, offset, bytes }) => [name, offset, bytes]);

test("padding stands where the next field has to be aligned, and at the end", () => {
  const item = struct("Item", ["flag", byte, 0, 1], ["value", double, 8, 8], ["kind", byte, 16, 1]);
  expect(rows(item, [], 4)).toEqual([
    ["flag", 0, 1],
    [null, 1, 7],
    ["value", 8, 8],
    ["kind", 16, 1],
    [null, 17, 7],
  ]);
});

test("on 64 bits pointers and sizes are twice as wide, and move what follows", () => {
  const text = struct("Text", ["data", pointer, 0, 4], ["length", size, 4, 4], ["flag", byte, 8, 1]);
  expect(rows(text, [], 4)).toEqual([
    ["data", 0, 4],
    ["length", 4, 4],
    ["flag", 8, 1],
    [null, 9, 3],
  ]);
  expect(rows(text, [], 8)).toEqual([
    ["data", 0, 8],
    ["length", 8, 8],
    ["flag", 16, 1],
    [null, 17, 7],
  ]);
  expect(layOut(text, [], 8)).toMatchObject({ bytes: 24, align: 8 });
});

test("a struct in a struct is opened, and an array keeps its length", () => {
  const point = struct("Point", ["x", double, 0, 8], ["y", double, 8, 8]);
  const pin = struct("Pin", ["name", byte, 0, 3], ["at", { kind: "struct", name: "Point" }, 8, 16]);
  expect(rows(pin, [point], 4)).toEqual([
    ["name", 0, 3],
    [null, 3, 5],
    ["at.x", 8, 8],
    ["at.y", 16, 8],
  ]);
});
