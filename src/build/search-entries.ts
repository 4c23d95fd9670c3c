import type { RenderedText } from "../contract/lesson.ts";
import type { SearchEntry } from "../course/search-entry.ts";

const HEADING = /<h[23] id="([^"]*)">/;

/** Cuts a rendered text at its headings, into parts that search can find. */
export function searchEntries(
  title: string,
  text: RenderedText,
  linkTo: (heading: string | null) => string,
): SearchEntry[] {
  const entries: { heading: string | null; id: string | null; text: string }[] = [
    { heading: null, id: null, text: "" },
  ];
  for (const block of text.blocks) {
    if (block.kind === "predict") {
      const said = [block.question, ...block.options.map(({ html }) => html), block.explanation];
      (entries.at(-1) as { text: string }).text += ` ${said.map(plain).join(" ")}`;
      continue;
    }
    const [before = "", ...parts] = block.html.split(new RegExp(HEADING.source));
    (entries.at(-1) as { text: string }).text += ` ${plain(before)}`;
    for (let index = 0; index < parts.length; index += 2) {
      const id = parts[index] ?? "";
      const heading = text.headings.find((each) => each.id === id)?.text ?? id;
      const below = (parts[index + 1] ?? "").replace(/^[\s\S]*?<\/h[23]>/, "");
      entries.push({ heading, id, text: plain(below) });
    }
  }
  return entries
    .filter(({ text, heading }) => text.trim() !== "" || heading !== null)
    .map(({ heading, id, text }) => ({ href: linkTo(id), title, heading, text: text.replace(/\s+/g, " ").trim() }));
}

const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };

const plain = (html: string): string =>
  html.replace(/<[^>]*>/g, " ").replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);
