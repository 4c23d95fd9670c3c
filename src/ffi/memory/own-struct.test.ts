import { expect, test } from "vitest";
import { array } from "../types/fixed-array.ts";
import { struct } from "../types/struct-type.ts";
import { ownStruct } from "./own-struct.ts";

const Inner = struct({ a: "u8", b: "u8" });
const Outer = struct({ inner: Inner, list: array("u8", 2), last: "f64" });

test("each field is asked for once, in C's order", () => {
  const reads: string[] = [];
  const noting = (value: object): object =>
    new Proxy(value, {
      get(target, key) {
        reads.push(String(key));
        return Reflect.get(target, key) as unknown;
      },
    });
  const value = noting({ last: 5, list: noting([3, 4]), inner: noting({ b: 2, a: 1 }) });
  expect(ownStruct(Outer, value, "value")).toEqual({ inner: { a: 1, b: 2 }, list: [3, 4], last: 5 });
  expect(reads).toEqual(["inner", "a", "b", "list", "length", "0", "1", "last"]);
});

test.each<[string, unknown]>([
  ["null", null],
  ["a list that is too long", { inner: {}, list: [1, 2, 3], last: 0 }],
  ["a list of no length", { inner: {}, list: new Proxy([], { get: () => NaN }), last: 0 }],
  ["a list that is none", { inner: {}, list: { length: 2 }, last: 0 }],
  ["a field that is no object", { inner: 1, list: [1, 2], last: 0 }],
])("%s is refused", (_what, value) => {
  expect(() => ownStruct(Outer, value, "value")).toThrow(TypeError);
});

test("a setter that the program gives to every object is not reached", () => {
  const reached: unknown[] = [];
  Object.defineProperty(Object.prototype, "a", { set: (value) => void reached.push(value), configurable: true });
  try {
    const value = Object.defineProperty({ b: 2 }, "a", { value: 1 });
    expect(ownStruct(Inner, value, "value")["a"]).toBe(1);
  } finally {
    Reflect.deleteProperty(Object.prototype, "a");
  }
  expect(reached).toEqual([]);
});
