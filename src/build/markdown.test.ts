import { beforeAll, describe, expect, test } from "vitest";
import { createHighlight, type Highlight } from "./highlight.ts";
import { linksOf, renderText, slugify } from "./markdown.ts";

let highlight: Highlight;
beforeAll(async () => {
  highlight = await createHighlight();
});

const render = (markdown: string) =>
  renderText(
    { file: "lesson.md", markdown, programs: ["starter"], linkTo: (id) => `#/lesson/strings/${id}` },
    highlight,
  );
const html = (markdown: string): string =>
  render(markdown)
    .blocks.map((block) => (block.kind === "html" ? block.html : ""))
    .join("");

describe("renderText", () => {
  test("gives headings of level 2 and 3 ids that stay unique, links to themselves, and lists them", () => {
    const markdown = "## Who frees `char *`?\n\n### Why\n\n## Why\n\n#### No id\n";
    expect(render(markdown).headings).toEqual([
      { id: "who-frees-char", text: "Who frees char *?", level: 2 },
      { id: "why", text: "Why", level: 3 },
      { id: "why-2", text: "Why", level: 2 },
    ]);
    expect(html(markdown)).toContain('<h2 id="who-frees-char">');
    expect(html(markdown)).toContain('href="#/lesson/strings/why-2"');
    expect(html(markdown)).toContain("<h4>No id</h4>");
  });

  test("gives each cell its column's heading, but for the first of a row, which names the row", () => {
    const table = html(
      "| way | good for | `x` |\n|---|---|---|\n| FFI | many calls | 1 |\n| a process | files | 2 |\n",
    );
    expect(table.match(/<td[^>]*>/g)).toEqual(
      Array.from({ length: 2 }, () => ["<td>", '<td data-label="good for">', '<td data-label="x">']).flat(),
    );
  });

  test("colours code through variables and says which side of the boundary it is from", () => {
    const code = html("```c\nreturn a < b;\n```\n\n```ts\nconst a = 1;\n```\n");
    expect(code).toContain('data-side="c"');
    expect(code).toContain('data-side="typescript"');
    expect(code).toContain("var(--code-token-keyword)");
    expect(code).toContain("&lt;");
    expect(code).not.toMatch(/#[0-9a-f]{6}/i);
  });

  test("shows code of an unknown language as it is, escaped", () => {
    expect(html("```text\na < b & <script>\n```\n")).toContain("a &lt; b &amp; &lt;script&gt;");
  });

  test.each([
    ["lesson:strings", "#/lesson/strings"],
    ["lesson:strings/a-safe-wrapper", "#/lesson/strings/a-safe-wrapper"],
    ["fault:FFI003", "#/fault/FFI003"],
    ["glossary:nul", "#/glossary/nul"],
    ["anti-pattern:unchecked-null", "#/anti-pattern/unchecked-null"],
    ["page:when-to-use-ffi/when-not", "#/page/when-to-use-ffi/when-not"],
    ["page:tour", "#/tour"],
  ])("%s leads to %s", (link, address) => {
    expect(html(`[words](${link})`)).toContain(`<a href="${address}"`);
  });

  test("a link to another site opens beside this one, and tells it nothing", () => {
    expect(html("[Deno](https://docs.deno.com/)")).toContain('target="_blank" rel="noreferrer"');
  });

  test.each([
    ["a script", "<script>alert(1)</script>"],
    ["a handler", "text <img src=x onerror=alert(1)> text"],
    ["a handler in a heading", "## <svg onload=alert(1)>\n"],
    [
      "a handler in a table",
      "| <b onclick=alert(1)> | b |\n|---|---|\n| <i onclick=alert(1)> | <u onclick=alert(1)> |\n",
    ],
    ["a link to a script", "[a](javascript:alert(1)) <javascript:alert(1)>"],
    ["a link to a script, written otherwise", "[a](JaVaScRiPt&colon;alert(1)) [b]: x\n\n[c](data:text/html,x)"],
    ["a fence whose language is markup", '```"><img src=x onerror=alert(1)>\nx\n```\n'],
  ])("%s in a text is only text", (_what, markdown) => {
    const made = html(markdown);
    expect(made).not.toMatch(/<(script|img|svg|b|i|u)\b/i);
    expect(made).not.toMatch(/href="(?!#)/i);
  });

  test("markup in a question and its options is only text", () => {
    const text = "::: predict starter\n<b>\n\n- [ ] <i>\n- [x] <u>\n\n<s>\n:::\n";
    expect(JSON.stringify(render(text).blocks)).not.toMatch(/<[bius]>/);
  });

  test("a question stands apart from the text around it, with its own texts rendered", () => {
    const { blocks, headings } = render(
      "Before.\n\n::: predict starter\nWhat is `a`?\n\n- [ ] `1`\n- [x] Nothing\n\nIt is *gone*.\n:::\n\n## After\n",
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(["html", "predict", "html"]);
    expect(blocks[1]).toEqual({
      kind: "predict",
      number: 1,
      program: "starter",
      question: "<p>What is <code>a</code>?</p>\n",
      options: [
        { html: "<code>1</code>", right: false },
        { html: "Nothing", right: true },
      ],
      explanation: "<p>It is <em>gone</em>.</p>\n",
    });
    expect(headings.map(({ id }) => id)).toEqual(["after"]);
  });
});

test("linksOf lists what an author linked to, and nothing that is only shown as code", () => {
  expect(linksOf("[a](lesson:b) and\n\n- [c](fault:FFI001)\n\n`[d](lesson:d)`\n")).toEqual([
    "lesson:b",
    "fault:FFI001",
  ]);
});

test("highlight keeps the lines of the text", () => {
  const code = "/* one\n   two */\nint a;\n";
  expect(highlight(code, "c")).toHaveLength(code.split("\n").length);
});

test("slugify never gives an empty id", () => {
  expect(slugify("NUL, and “what else”")).toBe("nul-and-what-else");
  expect(slugify("…")).toBe("section");
});
