import { expect, test } from "vitest";
import type { LibraryDescription } from "../contract/description.ts";
import { conditionsFor, conditionText, type Condition } from "./conditions.ts";

test.each<[Condition, string]>([
  [{ kind: "allocation", which: 3 }, "the third allocation fails"],
  [{ kind: "allocation", which: 11 }, "the 11th allocation fails"],
  [{ kind: "allocation", which: 22 }, "the 22nd allocation fails"],
  [{ kind: "allocation", which: 112 }, "the 112th allocation fails"],
  [{ kind: "null", function: "get_version" }, "get_version returns NULL"],
  [{ kind: "reuse" }, "freed memory is reused at once"],
])("%o is said as: %s", (condition, text) => {
  expect(conditionText(condition)).toBe(text);
});

const result = (nullable: boolean) => ({ result: { kind: "pointer" }, resultNullable: nullable });
const description = {
  name: "strings",
  functions: [
    { name: "get_version", parameters: [], ...result(true) },
    { name: "get_other", parameters: [], ...result(true) },
    { name: "get_always", parameters: [], ...result(false) },
  ],
} as unknown as LibraryDescription;

test("an answer is tried in what it can meet: each allocation it made, each function it called that may return NULL", () => {
  const reached = { allocations: 2, called: new Set(["get_version", "get_always"]) };
  const found = conditionsFor(["allocation", "null", "growth", "variant", "order"], reached, {
    description,
    variants: ["one-buffer"],
    orders: 1,
  });
  expect(found).toEqual([
    { kind: "allocation", which: 1 },
    { kind: "allocation", which: 2 },
    { kind: "null", function: "get_version" },
    { kind: "growth" },
    { kind: "variant", library: "strings", variant: "one-buffer" },
    { kind: "order", order: 1 },
  ]);
});
