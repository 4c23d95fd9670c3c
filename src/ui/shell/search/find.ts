import MiniSearch from "minisearch";
import entries from "virtual:search";
import type { SearchEntry } from "../../../course/search-entry.ts";

export interface Found extends SearchEntry {
  /** The words around the first place that was found, in pieces; `hit` is what was looked for. */
  readonly excerpt: readonly { readonly text: string; readonly hit: boolean }[];
}

const MOST = 12;
/** Characters of a text that are shown with what was found in it. */
const EXCERPT = 150;

const index = new MiniSearch<SearchEntry & { readonly id: number }>({
  fields: ["heading", "title", "text"],
  // A name in C is one word; so is each of its parts.
  tokenize: (text) =>
    text.split(/[^\p{L}\p{N}_]+/u).flatMap((word) => (word.includes("_") ? [word, ...word.split("_")] : [word])),
  searchOptions: {
    boost: { heading: 4, title: 2 },
    prefix: true,
    fuzzy: (term) => (term.length > 4 ? 0.2 : false),
    combineWith: "AND",
  },
});
index.addAll(entries.map((entry, id) => ({ ...entry, id })));

/** The parts of the course in which these words stand, the best first. */
export function find(words: string): Found[] {
  return index
    .search(words)
    .slice(0, MOST)
    .flatMap(({ id, terms }) => {
      const entry = entries[id as number];
      return entry ? [{ ...entry, excerpt: excerptOf(entry.text, terms) }] : [];
    });
}

function excerptOf(text: string, terms: readonly string[]): Found["excerpt"] {
  const pattern = new RegExp(
    `(${terms
      .map(escape)
      .sort((a, b) => b.length - a.length)
      .join("|")})`,
    "giu",
  );
  const first = Math.max(text.search(pattern), 0);
  const from = first < EXCERPT / 2 ? 0 : text.lastIndexOf(" ", first - EXCERPT / 3) + 1;
  const cut = text.slice(from, from + EXCERPT);
  const pieces = cut.split(pattern).map((piece, index) => ({ text: piece, hit: index % 2 === 1 }));
  return [
    ...(from > 0 ? [{ text: "… ", hit: false }] : []),
    ...pieces,
    ...(from + EXCERPT < text.length ? [{ text: " …", hit: false }] : []),
  ];
}

const escape = (term: string): string => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
