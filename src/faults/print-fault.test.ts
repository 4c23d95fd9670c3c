import { expect, test } from "vitest";
import { printFault, type Sources, type WordedFault } from "./print-fault.ts";

const fault: WordedFault = {
  code: "FFI003",
  name: "double-free",
  message: "Block 1 was released a second time.",
  notes: ["It was allocated before."],
  advice: "Release it once.",
  location: { typescript: null, c: null },
};
const c = { file: "list.c", line: 2, column: 3, function: "pop" };
const typescript = { line: 2, column: 5, endLine: 2, endColumn: 9 };
const program = { file: "a.ts", lines: ["one();", "    two();"] };
const neither: Sources = { program: null, c: () => null };
const first = "FFI003 double-free: Block 1 was released a second time.";
const last = ["  note: It was allocated before.", "  help: Release it once."];

test("a place in TypeScript is shown with a caret below it, one in C whose text is not at hand by its name", () => {
  const lines = printFault({ ...fault, location: { typescript, c } }, { ...neither, program });
  const frame = ["  --> a.ts:2:5", "  2 |     two();", "    |     ^"];
  expect(lines).toEqual([first, ...frame, "  in C: pop (list.c:2)", ...last]);
});

test("a place in C is shown the same way when its text is at hand, and a tab stays one", () => {
  const sources: Sources = { program: null, c: (file) => (file === "list.c" ? ["{", "\t\tfree(p);"] : null) };
  const lines = printFault({ ...fault, location: { typescript: null, c } }, sources);
  expect(lines.slice(1, 4)).toEqual(["  --> list.c:2:3 in pop", "  2 | \t\tfree(p);", "    | \t\t^"]);
});

test("a line that the text does not have is shown empty", () => {
  const sources: Sources = { program: null, c: () => [] };
  const lines = printFault({ ...fault, location: { typescript: null, c: { ...c, column: 0 } } }, sources);
  expect(lines.slice(1, 4)).toEqual(["  --> list.c:2 in pop", "  2 | ", "    | ^"]);
});

test("without places, notes and advice the sentence stands alone", () => {
  expect(printFault({ ...fault, notes: [], advice: "" }, neither)).toEqual([first]);
});
