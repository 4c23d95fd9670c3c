import { expect, test } from "vitest";
import type { CFunction, LibraryDescription } from "./description.ts";
import { impossibleCondition, nullableFunctions } from "./run-conditions.ts";

const find: CFunction = {
  name: "find",
  prototype: "void *find(void)",
  documentation: "",
  parameters: [],
  result: { kind: "pointer", to: "void" },
  resultOwnership: { kind: "borrowed" },
  resultNullable: true,
  definition: null,
  exportName: { fast: "find", checked: "find" },
};
const known: CFunction = { ...find, name: "known", resultNullable: false };
const library: LibraryDescription = { name: "shop", files: [], functions: [find, known], structs: [], locations: [] };
const variant: LibraryDescription = { ...library, variant: "other" };

test("nullable are the functions whose result may be NULL", () => {
  expect(nullableFunctions(library)).toEqual(["find"]);
});

test("conditions that a run can have together", () => {
  expect(impossibleCondition({}, [library])).toBeNull();
  expect(impossibleCondition({ failAllocation: 1, nullResults: ["find"], growMemory: "call" }, [library])).toBeNull();
  expect(impossibleCondition({ failMalloc: 1, variants: { shop: "other", elsewhere: "x" } }, [variant])).toBeNull();
});

test("the files of a library are those that the run asks for, or it is refused", () => {
  expect(impossibleCondition({ variants: { shop: "other" } }, [library])).toBe(
    "the run opens the library shop in its variant other, and was given it itself",
  );
  expect(impossibleCondition({}, [variant])).toBe(
    "the run opens the library shop itself, and was given it in its variant other",
  );
  expect(impossibleCondition({ variants: { shop: "another" } }, [variant])).toBe(
    "the run opens the library shop in its variant another, and was given it in its variant other",
  );
});

test.each([
  [{ failMalloc: 1, failAllocation: 1 }, /^one run fails an allocation of C's or one of all allocations/],
  [{ nullResults: ["find", "known"] }, /^known cannot return NULL instead of running: its header does not say/],
  [{ nullResults: ["toString"] }, /^toString cannot return NULL instead of running: no library that the program opens/],
])("%j is refused in one sentence", (conditions, sentence) => {
  expect(impossibleCondition(conditions, [library])).toMatch(sentence);
});
