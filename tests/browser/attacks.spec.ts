import ts from "typescript";
import { runProgram } from "../../src/cli/run-program.ts";
import { libraryNames, WASM } from "../../src/cli/library-files.ts";
import { compileProgram } from "../../src/compiler/index.ts";
import { ATTACKS, programWith } from "../programs/attacks.ts";
import { columnsOf } from "./columns.ts";
import { openRuns } from "./open-runs.ts";
import { expect, test } from "./playground-page.ts";

/** That Node's trace says what the program did is tested beside the attacks. */
test("a program that attacks its own report leaves the same trace in Chromium as in Node", async ({ page }) => {
  test.setTimeout(60_000 + ATTACKS.length * 5_000);
  await openRuns(page);
  for (const { name, code } of ATTACKS) {
    const text = programWith(code);
    const compiled = compileProgram(ts, text);
    if (!compiled.ok) throw new Error(compiled.problems[0]?.message);
    const job = {
      program: compiled.program,
      libraries: ["strings"],
      known: libraryNames(WASM),
      folder: "/wasm/",
      build: "checked" as const,
      conditions: {},
    };
    const [here, there] = await Promise.all([
      page.evaluate((asked) => window.runs.run(asked), job),
      runProgram(text, { samples: true }),
    ]);
    if (there.kind !== "ran") throw new Error(JSON.stringify(there));
    expect(here, name).toEqual(columnsOf(there.batches));
  }
});
