import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import type { RenderedText, TextBlock } from "../contract/lesson.ts";
import { parseCourseLink, type CourseLink } from "../course/course-link.ts";
import { splitAtQuestions } from "../course/predict.ts";
import { lessonLink, pageLink } from "../state/route.ts";
import type { Highlight } from "./highlight.ts";
import { createSafeMarkdown } from "./safe-markdown.ts";
import { labelCells } from "./table-labels.ts";

/** Which side of the boundary a fenced block belongs to; the page draws its edge in that side's hue. */
const SIDE: Readonly<Record<string, string>> = {
  ts: "typescript",
  typescript: "typescript",
  c: "c",
  h: "c",
  rust: "rust",
  rs: "rust",
};

/** Pages whose address is not below `#/page/`: they are more than text. */
const OWN_ADDRESS = ["performance", "tour", "reference"];

export interface Source {
  /** Named in errors. */
  readonly file: string;
  readonly markdown: string;
  /** The programs that its questions may run. */
  readonly programs: readonly string[];
  /** The address of one of its headings. */
  readonly linkTo: (heading: string) => string;
}

/**
 * Turns a text of the course into HTML: an id and a link to itself on every heading of level 2 and 3, questions apart
 * from what is around them, and links between texts as addresses of this site.
 *
 * @throws CourseProblem when a question is not whole
 */
export function renderText({ file, markdown, programs, linkTo }: Source, highlight: Highlight): RenderedText {
  const headings: RenderedText["headings"][number][] = [];
  const parser = createParser(highlight, { headings, linkTo });
  let questions = 0;
  const blocks = splitAtQuestions(file, markdown, programs).map((part): TextBlock => {
    if (part.kind === "markdown") return { kind: "html", html: parser.render(part.markdown) };
    const { program, question, options, explanation } = part.predict;
    return {
      kind: "predict",
      number: ++questions,
      program,
      question: parser.render(question),
      options: options.map(({ text, right }) => ({ html: parser.renderInline(text), right })),
      explanation: parser.render(explanation),
    };
  });
  return { blocks, headings };
}

/** The links of a text, in order, as their author wrote them. */
export function linksOf(markdown: string): string[] {
  const links: string[] = [];
  const visit = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      if (token.type === "link_open") links.push(String(token.attrGet("href")));
      visit(token.children ?? []);
    }
  };
  visit(createSafeMarkdown().parse(markdown, {}));
  return links;
}

/** Where a link of the course leads on this site. */
export function addressOf(link: CourseLink): string {
  switch (link.to) {
    case "lesson":
      return lessonLink(link.slug, link.heading);
    case "glossary":
      return pageLink("glossary", link.term);
    case "fault":
      return pageLink("fault", link.code, ...rest(link.heading));
    case "anti-pattern":
      return pageLink("anti-pattern", link.slug, ...rest(link.heading));
    case "page":
      return OWN_ADDRESS.includes(link.slug)
        ? pageLink(link.slug, ...rest(link.heading))
        : pageLink("page", link.slug, ...rest(link.heading));
  }
}

const rest = (heading: string | null): string[] => (heading === null ? [] : [heading]);

interface Headings {
  readonly headings: RenderedText["headings"][number][];
  readonly linkTo: (heading: string) => string;
}

function createParser(highlight: Highlight, { headings, linkTo }: Headings): InstanceType<typeof MarkdownIt> {
  const parser = createSafeMarkdown();
  labelCells(parser);
  const { rules } = parser.renderer;
  const taken = new Set<string>();

  rules.heading_open = (tokens, index, options, _env, self) => {
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
  rules.heading_close = (tokens, index, options, _env, self) => {
    const open = tokens[index - 2];
    const id = open?.attrGet("id");
    // For the pointer alone: as a part of the heading its name would be read out each time the heading is.
    const anchor = id
      ? `<a class="anchor" href="${escape(linkTo(String(id)))}" tabindex="-1" aria-hidden="true"></a>`
      : "";
    return anchor + self.renderToken(tokens, index, options);
  };
  rules.link_open = (tokens, index, options, _env, self) => {
    const token = tokens[index];
    const href = String(token?.attrGet("href"));
    const link = parseCourseLink(decodeURI(href));
    if (link) {
      token?.attrSet("href", addressOf(link));
      token?.attrSet("data-to", link.to);
    } else if (/^https?:/.test(href)) {
      token?.attrSet("target", "_blank");
      token?.attrSet("rel", "noreferrer");
    }
    return self.renderToken(tokens, index, options);
  };
  rules.fence = (tokens, index) => {
    const token = tokens[index];
    const language = token?.info.trim().split(/\s+/)[0] ?? "";
    const lines = highlight((token?.content ?? "").replace(/\n$/, ""), language);
    const side = SIDE[language] ?? "none";
    return `<pre class="code" data-side="${side}" tabindex="0"><code>${lines.join("\n")}</code></pre>\n`;
  };
  // A wide table scrolls by itself, so that the page never does sideways.
  rules.table_open = () => '<div class="table-scroll" tabindex="0"><table>\n';
  rules.table_close = () => "</table></div>\n";
  return parser;
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

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
