import { expect, test } from "vitest";
import { explainTypeError } from "./explain-type-error.ts";

test.each([
  "Cannot find module 'fs' or its corresponding type declarations.",
  "Cannot find name 'require'. Do you need to install type definitions for node? Try `npm i --save-dev @types/node`.",
])("a message that tells to install a module is followed by what can be imported: %s", (message) => {
  expect(explainTypeError(message)).toBe('A program can import only "ffi".');
});

test.each([
  "Type '1' is not assignable to type 'toString'.",
  "Type '\"constructor\"' is not assignable to type 'constructor'.",
  "Type 'string' is not assignable to type 'number'.",
])("a message about no table is left as it is: %s", (message) => {
  expect(explainTypeError(message)).toBeNull();
});

test("a word that every object has is none of a table", () => {
  expect(explainTypeError("Type '\"toString\"' is not assignable to type 'ResultType'.")).toMatch(/^It may be void /);
});
