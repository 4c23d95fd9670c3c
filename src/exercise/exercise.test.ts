import { describe, expect, it, test } from "vitest";
import { readExercise, withoutAuthor } from "./exercise.ts";
import { readExerciseFolder } from "./folder.ts";

const MATTER = `title: Measure
summary: Measure a text.
level: beginner
library: basics
memory:
  - calls: strlen
  - { callsOnce: free, per: malloc }
holds: Every text is measured.`;
const files = (change: Record<string, string | null> = {}): Map<string, string> => {
  const all: Record<string, string | null> = {
    "task.md": `---\n${MATTER}\n---\n\nMeasure it.\n`,
    "starter.ts": "export {};\n",
    "solution.ts": "export const a = 1;\n",
    "checks.ts": 'check("a", () => {});\n',
    "hints.md": "One.\n---\nTwo.\n",
    "mistakes/too-long.ts":
      "// Says: It is too\n// long.\n// Check: noFaults\n// When: allocation\n// Fault: FFI004\n\nexport {};\n",
    ...change,
  };
  return new Map(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null));
};
const matter = (from: string, to: string): Record<string, string> => ({
  "task.md": `---\n${MATTER.replace(from, to)}\n---\n\nMeasure it.\n`,
});

test("a folder is read as one value, which is itself when it is read again", () => {
  const exercise = readExerciseFolder("x", "measure", files());
  expect(exercise).toMatchObject({
    version: 1,
    id: "measure",
    library: "basics",
    hints: ["One.", "Two."],
    memory: [{ calls: "strlen" }, { callsOnce: "free", per: "malloc" }],
    known: [{ says: "It is too long.", check: "noFaults", when: "allocation", fault: "FFI004" }],
    author: { mistakes: [{ name: "too-long", text: "export {};", known: 0 }] },
  });
  expect(readExercise("y", JSON.parse(JSON.stringify(exercise)))).toEqual(exercise);
  expect(withoutAuthor(exercise)).not.toHaveProperty("author");
});

describe("a folder that is no exercise", () => {
  it.each([
    ["a file that is missing", { "checks.ts": null }, "x/checks.ts: is missing"],
    ["a file of none", { "notes.txt": "?" }, "x/notes.txt: is no file of an exercise"],
    ["no front matter", { "task.md": "Measure it." }, "must begin with front matter"],
    ["an unknown level", matter("beginner", "easy"), "x: level is not right"],
    ["an unknown assertion", matter("calls: strlen", "noSuch: 1"), "x: memory.0 is not right"],
    ["a key there is not", matter("library: basics", "library: basics\ncolour: red"), "colour"],
    ["an empty task", { "task.md": `---\n${MATTER}\n---\n\n` }, "x: task is not right"],
    ["an empty hint", { "hints.md": "One.\n---\n---\nTwo." }, "x: hints.1 is not right"],
    ["a mistake without its words", { "mistakes/too-long.ts": "export {};" }, "begins with // Says:"],
    [
      "a mistake under conditions there are not",
      { "mistakes/too-long.ts": "// Says: a\n// Check: b\n// When: rain\nexport {};" },
      "x: known.0.when is not right",
    ],
  ])("%s", (_what, change, message) => {
    expect(() => readExerciseFolder("x", "measure", files(change))).toThrow(message);
  });
});

describe("a value that is no exercise", () => {
  const value = JSON.parse(JSON.stringify(readExerciseFolder("x", "measure", files()))) as Record<string, unknown>;
  it.each([
    ["nothing", null, "y: it is not right"],
    ["a list", [], "y: "],
    ["a later version", { ...value, version: 2 }, "is of version 2 of the format, and this reads version 1"],
    ["no version", { ...value, version: undefined }, "y: version is not right"],
    ["an id that is a path", { ...value, id: "../x" }, "y: id is not right"],
    ["too much text", { ...value, checks: "x".repeat(70_000) }, "y: checks is not right"],
    ["an unknown key", { ...value, extra: 1 }, "y: extra is not right"],
    [
      "a mistake that is known as none",
      { ...value, author: { solution: "x", mistakes: [{ name: "a", text: "x", known: 9 }] } },
      "the mistake a is to be recognised as number 9, which is not known",
    ],
  ])("%s", (_what, wrong, message) => {
    expect(() => readExercise("y", wrong)).toThrow(message);
  });
});
