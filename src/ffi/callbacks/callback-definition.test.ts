import { expect, test } from "vitest";
import { struct } from "../types/struct-type.ts";
import { ownCallbackDefinition } from "./callback-definition.ts";

test("a definition is copied, each part of it asked for once", () => {
  let reads = 0;
  const list = ["i32", "pointer"];
  const definition = {
    get parameters() {
      return reads++ === 0 ? list : ["buffer"];
    },
    result: "void",
  };
  const own = ownCallbackDefinition(definition);
  list.push("buffer");
  expect(own).toEqual({ parameters: ["i32", "pointer"], result: "void" });
});

test.each<[string, unknown]>([
  ["nothing", undefined],
  ["no list", { parameters: "i32", result: "void" }],
  ["a list that is longer than a call can be", { parameters: new Array(257).fill("i32"), result: "void" }],
  ["a parameter without a value", { parameters: ["void"], result: "void" }],
  ["a buffer", { parameters: ["buffer"], result: "void" }],
  ["a struct", { parameters: [struct({ a: "u8" })], result: "void" }],
  ["a word that every object has", { parameters: ["toString"], result: "void" }],
  ["no result", { parameters: [] }],
])("%s is refused", (_what, definition) => {
  expect(() => ownCallbackDefinition(definition)).toThrow(TypeError);
});
