import MarkdownIt from "markdown-it";
import type { Lesson } from "../contract/lesson.ts";
import type { Highlight } from "./highlight.ts";

/** Which side of the boundary a fenced block belongs to; the page draws its edge in that side's hue. */
const SIDE: Readonly<Record<string, string>> = {
  ts: "typescript",
  typescript: "typescript",
  c: "c",
  h: "c",
  rust: "rust",
  rs: "rust",
};

/** Turns a lesson's Markdown into HTML, with an id on every heading of level 2 and 3. */
export function renderMarkdown(markdown: string, highlight: Highlight): Pick<Lesson, "html" | "headings"> {
  // The text is the project's own, reviewed like code: HTML in it is allowed.
  const parser = new MarkdownIt({ html: true, linkify: false, typographer: false });
  const headings: { id: string; text: string; level: 2 | 3 }[] = [];
  const taken = new Set<string>();

  parser.renderer.rules.heading_open = (tokens, index, options, _env, self) => {
    const token = tokens[index];
    const inline = tokens[index + 1];
    if (token && inline && (token.tag === "h2" || token.tag === "h3")) {
      const text = plainText(inline.children ?? []);
      const id = unique(slugify(text), taken);
      token.attrSet("id", id);
      headings.push({ id, text, level: token.tag === "h2" ? 2 : 3 });
    }
    return self.renderToken(tokens, index, options);
  };
  parser.renderer.rules.fence = (tokens, index) => {
    const token = tokens[index];
    const language = token?.info.trim().split(/\s+/)[0] ?? "";
    const lines = highlight((token?.content ?? "").replace(/\n$/, ""), language);
    const side = SIDE[language] ?? "none";
    return `<pre class="code" data-side="${side}" tabindex="0"><code>${lines.join("\n")}</code></pre>\n`;
  };
  // A wide table scrolls by itself, so that the page never does sideways.
  parser.renderer.rules.table_open = () => '<div class="table-scroll" tabindex="0"><table>\n';
  parser.renderer.rules.table_close = () => "</table></div>\n";

  return { html: parser.render(markdown), headings };
}

const plainText = (tokens: readonly { readonly type: string; readonly content: string }[]): string =>
  tokens
    .filter((token) => token.type === "text" || token.type === "code_inline")
    .map((token) => token.content)
    .join("");

/** Letters and digits of a heading, joined by hyphens: what a link to it can be typed as. */
export function slugify(text: string): string {
  const slug = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return slug === "" ? "section" : slug;
}

function unique(id: string, taken: Set<string>): string {
  let candidate = id;
  for (let n = 2; taken.has(candidate); n++) candidate = `${id}-${n}`;
  taken.add(candidate);
  return candidate;
}
