import { expect, test } from "vitest";
import { renderText } from "./markdown.ts";
import { searchEntries } from "./search-entries.ts";

test("a text is cut at its headings, questions and all, and marks are left out", () => {
  const markdown = [
    "Before `a < b`.",
    "## First & *best*",
    "Text with a [link](lesson:strings).",
    "::: predict starter\nWhat is it?\n\n- [ ] this\n- [x] that\n\nBecause.\n:::",
    "### Inside",
    "Deeper.",
  ].join("\n\n");
  const text = renderText(
    { file: "lesson.md", markdown, programs: ["starter"], linkTo: (id) => `#/lesson/x/${id}` },
    (code) => code.split("\n"),
  );
  expect(searchEntries("X", text, (id) => `#/lesson/x${id === null ? "" : `/${id}`}`)).toEqual([
    { href: "#/lesson/x", title: "X", heading: null, text: "Before a < b ." },
    {
      href: "#/lesson/x/first-best",
      title: "X",
      heading: "First & best",
      text: "Text with a link . What is it? this that Because.",
    },
    { href: "#/lesson/x/inside", title: "X", heading: "Inside", text: "Deeper." },
  ]);
});
