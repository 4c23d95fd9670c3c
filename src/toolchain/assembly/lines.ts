/** One line of WebAssembly assembly as clang writes it. */
export interface Line {
  readonly text: string;
  /** Its instruction, label or directive; empty for a comment. */
  readonly word: string;
  /** What follows the word, without comments. */
  readonly rest: string;
}

export function readLine(text: string): Line {
  const bare = text.replace(/\s*#.*$/, "").trim();
  const space = bare.search(/\s/);
  if (space < 0) return { text, word: bare, rest: "" };
  return { text, word: bare.slice(0, space), rest: bare.slice(space).trim() };
}

export const isLabel = (line: Line): boolean => line.word.endsWith(":");

/** Labels are unique, so code that stands somewhere else too goes without. */
export const withoutLabels = (lines: readonly Line[]): Line[] => lines.filter((line) => !isLabel(line));

export const opensBlock = (word: string): boolean => word === "block" || word === "loop" || word === "try";
export const closesBlock = (word: string): boolean =>
  word === "end_block" || word === "end_loop" || word === "end_try" || word === "delegate";
