import { expect, test } from "vitest";
import { thrownText } from "./thrown-text.ts";

const UNREADABLE = { name: "Error", message: "(it throws when it is read)" };
const refuse = (): never => {
  throw new Error("no");
};

test("an error has its name and message, another value its text", () => {
  expect(thrownText(new RangeError("too far"))).toEqual({ name: "RangeError", message: "too far" });
  expect(thrownText("text")).toEqual({ name: null, message: "text" });
  expect(thrownText(null)).toEqual({ name: null, message: "null" });
  expect(thrownText(Symbol("s"))).toEqual({ name: null, message: "Symbol(s)" });
});

test("each part is read once, and cut", () => {
  let read = 0;
  const error = Object.defineProperty(new Error(), "message", {
    get: () => (read++ === 0 ? "x".repeat(9_000) : refuse()),
  });
  expect(thrownText(error).message).toBe("x".repeat(4_000));
});

test.each<[string, unknown]>([
  ["a message", Object.defineProperty(new Error(), "message", { get: refuse })],
  ["a name that is no text", Object.defineProperty(new Error(), "name", { value: Object.create(null) })],
  ["a conversion", { toString: refuse }],
  ["a prototype", new Proxy({}, { getPrototypeOf: refuse })],
  ["no prototype", Object.create(null)],
])("%s that throws is no reason to throw", (_what, thrown) => {
  expect(thrownText(thrown)).toEqual(UNREADABLE);
});
