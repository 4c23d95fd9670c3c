import { beforeAll, describe, expect, test } from "vitest";
import { createHighlight, type Highlight } from "./highlight.ts";
import { renderMarkdown, slugify } from "./markdown.ts";

let highlight: Highlight;
beforeAll(async () => {
  highlight = await createHighlight();
});

describe("renderMarkdown", () => {
  test("gives headings of level 2 and 3 ids that stay unique, and lists them", () => {
    const { html, headings } = renderMarkdown("## Who frees `char *`?\n\n### Why\n\n## Why\n\n#### No id\n", highlight);
    expect(headings).toEqual([
      { id: "who-frees-char", text: "Who frees char *?", level: 2 },
      { id: "why", text: "Why", level: 3 },
      { id: "why-2", text: "Why", level: 2 },
    ]);
    expect(html).toContain('<h2 id="who-frees-char">');
    expect(html).toContain("<h4>No id</h4>");
  });

  test("colours code through variables and says which side of the boundary it is from", () => {
    const { html } = renderMarkdown("```c\nreturn a < b;\n```\n\n```ts\nconst a = 1;\n```\n", highlight);
    expect(html).toContain('data-side="c"');
    expect(html).toContain('data-side="typescript"');
    expect(html).toContain("var(--code-token-keyword)");
    expect(html).toContain("&lt;");
    expect(html).not.toMatch(/#[0-9a-f]{6}/i);
  });

  test("shows code of an unknown language as it is, escaped", () => {
    const { html } = renderMarkdown("```text\na < b & <script>\n```\n", highlight);
    expect(html).toContain("a &lt; b &amp; &lt;script&gt;");
  });
});

test("highlight keeps the lines of the text", () => {
  const code = "/* one\n   two */\nint a;\n";
  expect(highlight(code, "c")).toHaveLength(code.split("\n").length);
});

test("slugify never gives an empty id", () => {
  expect(slugify("NUL, and “what else”")).toBe("nul-and-what-else");
  expect(slugify("…")).toBe("section");
});
