import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../setup.mjs";
import { makeReference, REFERENCE } from "./reference.ts";

test("docs/reference.md says what the docstrings say: `npm run reference` writes it", { timeout: 60_000 }, () => {
  expect(readFileSync(join(ROOT, REFERENCE), "utf8")).toBe(makeReference(ROOT).markdown);
});
