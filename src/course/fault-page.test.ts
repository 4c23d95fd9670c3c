import { describe, expect, test } from "vitest";
import { FAULT_SECTIONS, faultFolder, faultMarkdown, parseFaultPage } from "./fault-page.ts";

const FOLDER = "lessons/faults/FFI004-use-after-free";
const prose = FAULT_SECTIONS.map((section) => `## ${section}\n\nText.\n`).join("\n");

const files = (change: Record<string, string | null> = {}): Map<string, string> => {
  const whole: Record<string, string | null> = {
    "page.md": `---\ncode: FFI004\ntitle: Used when gone\n---\n\n${prose}`,
    "wrong.ts": "// Too late\nuse(); // FFI004 in strlen\n",
    "right.ts": "// In time\nuse();\n",
    ...change,
  };
  return new Map(Object.entries(whole).filter((entry): entry is [string, string] => entry[1] !== null));
};
const page = (matter: string, text = prose) => ({ "page.md": `---\n${matter}\n---\n${text}` });

describe("parseFaultPage", () => {
  test("reads a whole folder", () => {
    expect(parseFaultPage(FOLDER, files())).toMatchObject({
      code: "FFI004",
      name: "use-after-free",
      title: "Used when gone",
      wrong: { fault: "FFI004", line: 2, cFunction: "strlen" },
      right: "// In time\nuse();\n",
    });
  });

  test.each([
    ["page.md", { "page.md": null }, `${FOLDER}/page.md: is missing`],
    ["wrong.ts", { "wrong.ts": null }, `${FOLDER}/wrong.ts: is missing`],
    ["a right.ts with text", { "right.ts": "\n" }, `${FOLDER}/right.ts: is empty`],
    ["front matter", { "page.md": prose }, "must begin with front matter"],
    ["YAML", page("code: ["), "front matter is not YAML"],
    ["its own code", page("code: FFI005\ntitle: t"), "must say code: FFI004"],
    ["any front matter", page(""), "front matter has no code"],
    ["a title", page("code: FFI004"), "front matter has no title"],
    ["known keys", page("code: FFI004\ntitle: t\nname: n"), "unknown key: name"],
    ["a section", page("code: FFI004\ntitle: t", prose.replace("## How to repair it", "")), "must have the headings"],
    ["a wrong program with its fault", { "wrong.ts": "// T\nuse(); // FFI005\n" }, "line 2 names FFI005"],
  ])("names the file when it lacks %s", (_, change, message) => {
    expect(() => parseFaultPage(FOLDER, files(change))).toThrow(message);
  });

  test.each(["FFI099-use-after-free", "FFI004-double-free", "use-after-free"])("refuses a folder %s", (name) => {
    expect(() => parseFaultPage(`lessons/faults/${name}`, files())).toThrow("has its code and its name");
  });
});

test("a folder's name keeps the capital letters of its fault", () => {
  expect(faultFolder("FFI015")).toBe("FFI015-exception-through-C");
});

test("the whole page has its prose, both programs, and the places of the fault", () => {
  const text = faultMarkdown(parseFaultPage(FOLDER, files()));
  expect(text.startsWith("# FFI004 use-after-free: Used when gone\n\n## What happened\n")).toBe(true);
  expect(text).toContain("The fault is on line 2, and C has it in `strlen`.");
  expect(text).toContain("```ts\n// Too late\nuse(); // FFI004 in strlen\n```");
  expect(text).toContain("```ts\n// In time\nuse();\n```");
});
