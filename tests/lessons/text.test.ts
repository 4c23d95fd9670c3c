import { describe, expect, it } from "vitest";
import { readCSources } from "../../src/build/read-lessons.ts";
import { ROOT } from "../../src/build/setup.mjs";
import { FAULT_CODES } from "../../src/faults/codes.ts";
import { LESSONS } from "./lessons.ts";

const FENCE = /^```(\w*)\n([\s\S]*?)^```$/gm;

describe.each(LESSONS)("the text of lesson $number, $slug", (lesson) => {
  const { markdown, starter, solution, mistakes } = lesson;
  const snippets = [...markdown.matchAll(FENCE)].map(([, language, text]) => ({ language, text: text ?? "" }));
  const prose = markdown.replace(FENCE, "");
  const lines = (text: string): string[] =>
    text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);

  it("is 600 to 1,200 words", () => {
    const words = prose.split(/\s+/).filter((word) => /\w/.test(word)).length;
    expect(words).toBeGreaterThanOrEqual(600);
    expect(words).toBeLessThanOrEqual(1200);
  });

  it("has its sections, and begins with its question", () => {
    const headings = [...markdown.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toContain("The same boundary in Rust");
    expect(headings).toContain("When to use it");
    expect(prose.slice(0, prose.indexOf("\n## "))).toMatch(/\*\*[^*]+\?\*\*/);
  });

  it("shows TypeScript that is in its programs, line by line", () => {
    const known = new Set([starter, solution, ...mistakes.map(({ text }) => text)].flatMap(lines));
    const shown = snippets.filter(({ language }) => language === "ts").flatMap(({ text }) => lines(text));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((line) => !known.has(line))).toEqual([]);
  });

  it("shows C that is in its library", () => {
    const sources = readCSources(ROOT, lesson.library, lesson.slug)
      .map(({ text }) => text)
      .join("\n");
    const shown = snippets.filter(({ language }) => language === "c").flatMap(({ text }) => lines(text));
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter((line) => !sources.includes(line))).toEqual([]);
  });

  it("speaks of faults that a mistake of its own shows", () => {
    const shown = new Set<string>(mistakes.map(({ fault }) => fault));
    const named = [...new Set(markdown.match(/FFI\d{3}/g))];
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((code) => !FAULT_CODES.includes(code as never) || !shown.has(code))).toEqual([]);
  });
});
