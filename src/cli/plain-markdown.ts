/** Widest line of text, in characters; a program's lines are left as they are. */
const COLUMNS = 80;

const FENCE = /^```/;
const HEADING = /^#+ +(.*)$/;
const ITEM = /^( *(?:[-*]|\d+\.) +)(.*)$/;

/**
 * Markdown for a terminal without colours: headings underlined, paragraphs and list items wrapped at 80 columns, code
 * as it is. Inline code keeps its backticks, which tell it from the words around it.
 */
export function plainMarkdown(markdown: string): string {
  const out: string[] = [];
  let paragraph: string[] = [];
  let inCode = false;
  const flush = () => {
    const [first] = paragraph;
    if (first === undefined) return;
    const [, bullet = "", rest = first] = ITEM.exec(first) ?? [];
    out.push(...wrap([rest, ...paragraph.slice(1)].join(" "), bullet));
    paragraph = [];
  };
  for (const line of markdown.split(/\r?\n/)) {
    const heading = HEADING.exec(line)?.[1];
    if (inCode || FENCE.test(line)) {
      flush();
      if (FENCE.test(line)) inCode = !inCode;
      out.push(line);
    } else if (heading !== undefined) {
      flush();
      out.push(...underlined(heading, line.startsWith("# ") ? "=" : "-"));
    } else if (line.trim() === "") {
      flush();
      out.push("");
    } else {
      if (ITEM.test(line)) flush();
      paragraph.push(line);
    }
  }
  flush();
  return out.join("\n");
}

function underlined(heading: string, stroke: string): string[] {
  const lines = wrap(heading, "");
  return [...lines, stroke.repeat(Math.max(...lines.map((line) => line.length)))];
}

/** Inline code is one word, however many blanks it has: broken in two it would read as two pieces of code. */
function wrap(text: string, bullet: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.match(/(?:`[^`]*`|[^\s`])+/g) ?? []) {
    if (line !== "" && bullet.length + line.length + 1 + word.length > COLUMNS) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines.map((each, index) => (index === 0 ? bullet : " ".repeat(bullet.length)) + each);
}
