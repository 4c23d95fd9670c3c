import { expect, test } from "vitest";
import { describeUncaught } from "./uncaught.ts";

const PROGRAM = { code: "", spans: [null], map: "", libraries: [], awaits: [] };
const refuse = (): never => {
  throw new Error("no");
};

test.each<[string, unknown, string, string]>([
  ["an error", new RangeError("too far"), "RangeError", "too far"],
  ["a text", "text", "Error", "a string was thrown: text"],
  [
    "an error whose parts throw",
    Object.defineProperty(new Error(), "message", { get: refuse }),
    "Error",
    "(it throws when it is read)",
  ],
  ["an error whose stack throws", Object.defineProperty(new Error("a"), "stack", { get: refuse }), "Error", "a"],
  [
    "what has no prototype to ask for",
    new Proxy({}, { getPrototypeOf: refuse }),
    "Error",
    "(it throws when it is read)",
  ],
  [
    "two errors in one that throw",
    Object.defineProperties(new Error("both"), { error: { get: refuse }, suppressed: { value: 1 } }),
    "Error",
    "both",
  ],
  [
    "two errors in one",
    Object.assign(new Error("both"), { error: new Error("later"), suppressed: Object.create(null) as unknown }),
    "Error",
    "Error: later; before it Error: (it throws when it is read)",
  ],
])("%s is described, and nothing thrown", (_what, thrown, name, message) => {
  expect(describeUncaught(thrown, PROGRAM)).toEqual({ name, message, line: null });
});
