import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../setup.mjs";
import { faultLists } from "./list.ts";

test("the lists of all faults are those of the folders: `npm run faults` writes them", async () => {
  for (const [file, text] of Object.entries(await faultLists(ROOT))) {
    expect(readFileSync(join(ROOT, file), "utf8"), file).toBe(text);
  }
});
