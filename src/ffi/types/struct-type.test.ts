import { expect, test } from "vitest";
import { array } from "./fixed-array.ts";
import { struct } from "./struct-type.ts";

test.each(["toString", "constructor", "__proto__", "hasOwnProperty"])("%s is no type of a field", (name) => {
  expect(() => struct({ a: name as "u8" })).toThrow(TypeError);
  expect(() => array(name as "u8", 2)).toThrow(TypeError);
});

test("an object is no type of a field, whatever it says of itself", () => {
  let looks = 0;
  const shifting = {
    byteLength: 4,
    alignment: 4,
    get kind() {
      return looks++ === 0 ? "other" : "struct";
    },
  };
  expect(() => struct({ a: shifting as never })).toThrow(TypeError);
  expect(() => array({ kind: "other", byteLength: NaN, alignment: NaN } as never, 2)).toThrow(TypeError);
});

test("a struct is no larger than memory can be", () => {
  expect(array("u8", 0x7fffffff).byteLength).toBe(0x7fffffff);
  expect(() => array("u8", 2 ** 31)).toThrow(TypeError);
  expect(() => struct({ a: array("u8", 0x7fffffff), b: "u8" })).toThrow(TypeError);
});

test("no field can be what an object inherits from", () => {
  expect(() => struct(JSON.parse('{"__proto__": "u8"}') as { a: "u8" })).toThrow(TypeError);
});
