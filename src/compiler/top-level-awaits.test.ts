import ts from "typescript";
import { expect, test } from "vitest";
import { topLevelAwaits } from "./top-level-awaits.ts";

test.each([
  ["await 1;\nconst x = [\n  await f(),\n];", [1, 3]],
  ["for await (const x of y) {\n  await x;\n}\n{\n  await using z = w;\n}", [1, 2, 5]],
  ["async function f() { await 1; }\nconst g = async () => await 1;\nclass C { async m() { await 1; } }", []],
  ["const x = 1; // await", []],
  ["class C { [await name()] = 1; }", [1]],
])("%#: where the module itself waits", (text, lines) => {
  expect(topLevelAwaits(ts, text).map(({ line }) => line)).toEqual(lines);
});
