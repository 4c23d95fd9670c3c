import { expect, test } from "vitest";
import { runProgram } from "../../src/cli/run-program.ts";

const WAIT = "await new Promise((done) => setTimeout(done, 20));";

test.each([
  ["a timer", `setTimeout(() => {\n  throw new Error("late");\n}, 0);`],
  ["a microtask", `queueMicrotask(() => {\n  throw new Error("late");\n});`],
])("what %s throws while the program waits ends it, at its line", async (_what, text) => {
  const outcome = await runProgram(`${text}\n${WAIT}`);
  if (outcome.kind !== "ran") throw new Error(JSON.stringify(outcome));
  expect(outcome.report).toMatchObject({ status: "threw", error: { name: "Error", message: "late", line: 2 } });
});
