import { expect, test } from "vitest";
import type { ReportedFault } from "../../src/contract/run.ts";
import { differences, readExpectations, type AttackRun, type Outcome } from "./expectation.ts";

const program = (open: string, sealed = "FFI004 at line 9"): string =>
  `// Open: ${open}.\n// Sealed: ${sealed}.\nrest\n`;
const outcomes = (list: string): readonly Outcome[] => {
  const { open } = readExpectations(program(list));
  if (open.kind !== "known") throw new Error(open.because);
  return open.outcomes;
};

test("the first two lines say what has to come of an attack", () => {
  expect(readExpectations(program('FFI004 at line 9, throws TypeError at line 12, prints "a, \\"b\\"."'))).toEqual({
    open: {
      kind: "known",
      outcomes: [
        { kind: "fault", code: "FFI004", line: 9 },
        { kind: "throws", name: "TypeError", line: 12 },
        { kind: "prints", text: 'a, "b".' },
      ],
    },
    sealed: { kind: "known", outcomes: [{ kind: "fault", code: "FFI004", line: 9 }] },
  });
  expect(outcomes('refused "line 3: a program"')).toEqual([{ kind: "refused", text: "line 3: a program" }]);
  expect(readExpectations(program("not known, because it is a realm, and one only")).open).toEqual({
    kind: "not known",
    because: "it is a realm, and one only",
  });
});

test.each([
  ["no lines", "const a = 1;\n"],
  ["the first line only", "// Open: FFI004 at line 9.\nconst a = 1;\n"],
  ["something before them", `\n${program("FFI004 at line 9")}`],
  ["the lines in the other order", "// Sealed: FFI004 at line 9.\n// Open: FFI004 at line 9.\n"],
  ["no full stop", "// Open: FFI004 at line 9\n// Sealed: FFI004 at line 9.\n"],
  ["no outcome", program(" ")],
  ["a code without its line", program("FFI004")],
  ["a code that is none", program("FFI04 at line 9")],
  ["a word that is none", program("stops")],
  ["something behind an outcome", program("FFI004 at line 9 or 10")],
  ["two outcomes without a comma", program("FFI004 at line 9 FFI002 at line 3")],
  ["a comma at the end", program("FFI004 at line 9, ")],
  ["a text that does not end", program('prints "a')],
  ["a refusal of nothing", program('refused ""')],
  ["a refusal beside a fault", program('refused "no", FFI004 at line 9')],
  ["no reason", program("not known")],
  ["an attack that is not known sealed", program("FFI004 at line 9", "not known, because it is hard")],
])("a file with %s is none", (_what, text) => {
  expect(() => readExpectations(text)).toThrow();
});

const fault = (code: string, line: number | null): ReportedFault => ({
  code: code as ReportedFault["code"],
  name: "leak",
  message: "",
  typescript: line === null ? null : { line, column: 1 },
  c: null,
  block: null,
});
const ran = (change: Partial<Extract<AttackRun, { kind: "ran" }>["report"]>): AttackRun => ({
  kind: "ran",
  report: { status: "completed", console: [], faults: [], error: null, ...change },
});
const threw = (name: string, message: string, line: number | null): AttackRun =>
  ran({ status: "threw", error: { name, message, line }, faults: [fault("FFI004", 9)] });
const refused = (message: string, line: number): AttackRun => ({
  kind: "refused",
  problems: [{ message, line, column: 1 }],
});
const printed = ran({ console: [{ level: "log", text: "ends" }] });

test.each<[string, string, AttackRun]>([
  ["a fault at its line", "FFI004 at line 9", ran({ faults: [fault("FFI004", 9)] })],
  ["two of them", "FFI004 at line 9, FFI004 at line 9", ran({ faults: [fault("FFI004", 9), fault("FFI004", 9)] })],
  ["a fault that ends the program", "FFI004 at line 9", threw("FfiFault", "FFI004: block 1", 9)],
  ["an error at its line", "FFI004 at line 9, throws TypeError at line 10", threw("TypeError", "x", 10)],
  ["a line", 'prints "ends"', printed],
  ["a refusal", 'refused "line 3: no"', refused("no, because", 3)],
])("%s is as expected", (_what, expected, run) => {
  expect(differences(outcomes(expected), run)).toEqual([]);
});

test.each<[string, string, AttackRun]>([
  ["no fault", "FFI004 at line 9", ran({})],
  ["a fault at another line", "FFI004 at line 9", ran({ faults: [fault("FFI004", 8)] })],
  ["a fault at no line", "FFI004 at line 9", ran({ faults: [fault("FFI004", null)] })],
  ["a fault too many", 'prints "ends"', ran({ ...printed, faults: [fault("FFI004", 9)] })],
  ["a fault twice", "FFI004 at line 9", ran({ faults: [fault("FFI004", 9), fault("FFI004", 9)] })],
  ["no line printed", 'prints "end"', printed],
  ["a line printed once", 'prints "ends", prints "ends"', printed],
  ["an error too many", "FFI004 at line 9", threw("TypeError", "x", 10)],
  ["a fault's error that no fault is of", "FFI004 at line 9", threw("FfiFault", "FFI003: block 1", 9)],
  ["an error at another line", "FFI004 at line 9, throws TypeError at line 10", threw("TypeError", "x", 11)],
  ["no error", "throws TypeError at line 10", ran({})],
  ["an end by a limit", "FFI004 at line 9", ran({ status: "timed-out", faults: [fault("FFI004", 9)] })],
  ["a refusal in other words", 'refused "no name"', refused("it is not parsed", 3)],
  ["a refusal of what had to run", "FFI004 at line 9", refused("FFI004 at line 9", 9)],
  ["what had to be refused", 'refused "no"', ran({})],
])("%s is a difference", (_what, expected, run) => {
  expect(differences(outcomes(expected), run)).not.toEqual([]);
});
