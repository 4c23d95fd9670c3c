import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { memcheck } from "./ours.ts";

/** What is said of each program's one fault. */
const WORDS = {
  "literal-written": "A string literal, which is constant, was written.",
  "literal-cut-into-pieces": "In `strtok`, a string literal, which is constant, was written.",
  "constant-table-changed": "`primes`, which is `const`, was written.",
  "appended-too-much":
    "In `strcat`, a write of 5 bytes reached offset 12 of `path`, which has 12 bytes: just behind its end.",
  "own-strcpy-without-room": "A write of 1 byte reached offset 4 of `word`, which has 4 bytes: just behind its end.",
  "no-return-on-one-way":
    "The function ends without a `return`, and its caller is given a value that nobody has written.",
};

test.each(Object.entries(WORDS))("%s", { timeout: 120_000 }, async (name, words) => {
  const { faults } = await memcheck(fileURLToPath(new URL(`programs/${name}.wrong.c`, import.meta.url)), "");
  expect(faults.map(({ message, c }) => c && message)).toEqual([words]);
});
