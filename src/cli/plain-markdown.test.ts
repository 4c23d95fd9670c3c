import { expect, test } from "vitest";
import { plainMarkdown } from "./plain-markdown.ts";

test("headings are underlined, and paragraphs are filled again", () => {
  expect(plainMarkdown("# One\n\nfirst\nsecond\n\n## Two\nthird")).toBe("One\n===\n\nfirst second\n\nTwo\n---\nthird");
});

test("no line of text is longer than 80 columns, and one of 80 is not broken", () => {
  const text = `${"word ".repeat(15)}12345`;
  expect(text).toHaveLength(80);
  expect(plainMarkdown(text)).toBe(text);
  expect(plainMarkdown(`${text}6`)).toBe(`${"word ".repeat(15).trimEnd()}\n123456`);
});

test("code is left as it is, long lines, blanks and what looks like Markdown included", () => {
  const code = `\`\`\`ts\n  const a = 1;\n\n# no heading\n- ${"x ".repeat(60)}\n\`\`\``;
  expect(plainMarkdown(`Text.\n\n${code}\n\nText.`)).toBe(`Text.\n\n${code}\n\nText.`);
});

test("inline code keeps its backticks and is never broken", () => {
  const text = `${"word ".repeat(14)}\`const a = 1\`, done`;
  expect(plainMarkdown(text)).toBe(`${"word ".repeat(14).trimEnd()}\n\`const a = 1\`, done`);
});

test("the lines of a list item hang under its text", () => {
  const text = plainMarkdown(`Text:\n- ${"word ".repeat(20)}\n- second`);
  expect(text).toBe(`Text:\n- ${"word ".repeat(15).trimEnd()}\n  ${"word ".repeat(5).trimEnd()}\n- second`);
});
