import { describe, expect, test } from "vitest";
import { parseMistake } from "./mistake.ts";

const program = (...lines: string[]) => lines.join("\n");

describe("parseMistake", () => {
  test("reads title, fault, line and C function from the text itself", () => {
    const text = program("// Reading after the end", 'const a = "x";', "use(a); // FFI004 in store_string", "");
    expect(parseMistake("lessons/02-strings/mistakes/use-after-free.ts", text)).toEqual({
      name: "use-after-free",
      title: "Reading after the end",
      text,
      fault: "FFI004",
      line: 3,
      cFunction: "store_string",
    });
  });

  test("has no C function where the mark names none", () => {
    expect(parseMistake("a.ts", "// T\nx(); // FFI002").cFunction).toBeNull();
  });

  test("takes a code that only stands in a sentence for a comment, not for a mark", () => {
    expect(parseMistake("a.ts", "// T\n// FFI004 is what we want to see here\nx(); // FFI002").line).toBe(3);
  });

  test.each([
    ["no title", "const a = 1; // FFI004", "title"],
    ["no mark", "// T\nconst a = 1;", "no line ends with"],
    ["two marks", "// T\na(); // FFI004\nb(); // FFI004", "lines 2 and 3"],
    ["an unknown fault", "// T\na(); // FFI099", "there is no fault FFI099"],
  ])("refuses %s, naming the file", (_, text, reason) => {
    expect(() => parseMistake("mistakes/wrong.ts", text)).toThrow(/^mistakes\/wrong\.ts: /);
    expect(() => parseMistake("mistakes/wrong.ts", text)).toThrow(reason);
  });
});
