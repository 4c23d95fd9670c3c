/** A table given to `dlopen` in a program's text. Offsets are in UTF-16 units. */
export interface Table {
  readonly library: string;
  /** Between the braces. */
  readonly start: number;
  readonly end: number;
  readonly entries: readonly Entry[];
}

/** One entry, from its name to before its comma. */
export interface Entry {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

const OPEN = "{[(";
const CLOSE = "}])";

/**
 * The tables that stand in the calls of `dlopen` themselves. It reads brackets, strings and comments only, so that it
 * finds them in a text that does not parse yet; a table it cannot follow to its end is left out.
 */
export function findTables(text: string): Table[] {
  return [...text.matchAll(/\bdlopen\(\s*(["'])(\w+)\1\s*,\s*\{/g)].flatMap((match) => {
    const start = match.index + match[0].length;
    const entries: Entry[] = [];
    let depth = 1;
    let begin = -1;
    let last = start;
    const finish = (): void => {
      const name = begin < 0 ? null : /^["']?(\w+)["']?\s*:/.exec(text.slice(begin, last));
      if (name) entries.push({ name: name[1]!, start: begin, end: last });
      begin = -1;
    };
    for (let at = start; at < text.length;) {
      const end = skip(text, at);
      const character = text[at]!;
      const isComment = end > at + 1 && character === "/";
      if (!isComment && end === at + 1) {
        if (OPEN.includes(character)) depth += 1;
        if (CLOSE.includes(character)) depth -= 1;
        if (depth === 0) {
          finish();
          return [{ library: match[2]!, start, end: at, entries }];
        }
      }
      if (depth === 1 && character === ",") finish();
      else if (!isComment && !/\s/.test(character)) {
        if (begin < 0) begin = at;
        last = end;
      }
      at = end;
    }
    return [];
  });
}

/** Where what begins at `at` ends: a string, a comment, or one character. */
function skip(text: string, at: number): number {
  const quote = text[at]!;
  if (text.startsWith("//", at)) return endOr(text, text.indexOf("\n", at), 0);
  if (text.startsWith("/*", at)) return endOr(text, text.indexOf("*/", at + 2), 2);
  if (quote !== '"' && quote !== "'" && quote !== "`") return at + 1;
  for (let end = at + 1; end < text.length; end += 1) {
    if (text[end] === "\\") end += 1;
    else if (text[end] === quote) return end + 1;
  }
  return text.length;
}

const endOr = (text: string, found: number, more: number): number => (found < 0 ? text.length : found + more);
