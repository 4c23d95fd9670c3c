import { describe, expect, test } from "vitest";
import { array } from "./fixed-array.ts";
import { ownTable } from "./own-definition.ts";
import { struct } from "./struct-type.ts";

const Point = struct({ x: "f64", y: "f64" });

test("a table is copied, each part of it asked for once", () => {
  const reads: string[] = [];
  const once = <T>(name: string, value: T): T => (reads.push(name), value);
  const table = {
    get f() {
      return once("f", {
        get parameters() {
          return once("parameters", ["i32", Point]);
        },
        get result() {
          return once("result", {
            get kind() {
              return once("kind", "owned");
            },
            get type() {
              return once("type", "pointer");
            },
            get release() {
              return once("release", "free");
            },
          });
        },
      });
    },
  };
  const owned = { kind: "owned", type: "pointer", release: "free" };
  expect(ownTable(table)).toEqual([["f", { parameters: ["i32", Point], result: owned }]]);
  expect(reads).toEqual(["f", "parameters", "result", "kind", "type", "release"]);
});

test("a list with an iterator of its own is copied by its elements", () => {
  const parameters = Object.assign(["i32"], { [Symbol.iterator]: () => ["pointer"].values() });
  expect(ownTable({ f: { parameters, result: "void" } })[0]![1].parameters).toEqual(["i32"]);
});

describe("is refused as a type", () => {
  test.each<[string, unknown]>([
    ["an array in a struct", array("u8", 2)],
    ["a number", 4],
    ["null", null],
    ["a struct that was not made by struct", { ...Point }],
    ["a proxy of one that was", new Proxy(Point, {})],
    ["an ownership word about a struct", { kind: "taken", type: Point }],
    ["an ownership word that is none", { kind: "lent", type: "pointer" }],
    ["one that names no release", { kind: "owned", type: "pointer", release: {} }],
  ])("%s", (_what, type) => {
    expect(() => ownTable({ f: { parameters: [type], result: "void" } })).toThrow(TypeError);
  });
});

test.each<[string, unknown]>([
  ["no object", "table"],
  ["an entry that is null", { f: null }],
  ["parameters that are no array", { f: { parameters: { length: 0 }, result: "void" } }],
  ["no result", { f: { parameters: [] } }],
  ["a length that is none", { f: { parameters: new Proxy([], { get: () => NaN }), result: "void" } }],
])("a table is refused that has %s", (_what, table) => {
  expect(() => ownTable(table)).toThrow(TypeError);
});
