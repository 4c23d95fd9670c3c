/** One line of WebAssembly assembly as clang writes it. */
export interface Line {
  readonly text: string;
  /** Its instruction, label or directive; empty for a comment. */
  readonly word: string;
  /** What follows the word, without comments. */
  readonly rest: string;
}

export function readLine(text: string): Line {
  const bare = withoutComment(text).trim();
  const space = bare.search(/\s/);
  if (space < 0) return { text, word: bare, rest: "" };
  return { text, word: bare.slice(0, space), rest: bare.slice(space).trim() };
}

/** A `#` in a text literal begins no comment. */
function withoutComment(text: string): string {
  const mark = text.indexOf("#");
  if (mark < 0) return text;
  const quote = text.indexOf('"');
  if (quote < 0 || quote > mark) return text.slice(0, mark);
  return /^(?:[^"#]|"(?:[^"\\]|\\.)*")*/.exec(text)![0];
}

/** The lines of what a compiler wrote. Passes take and give such lines, so that the text is read once. */
export const parseAssembly = (text: string): Line[] => text.split("\n").map(readLine);

export const printAssembly = (lines: readonly Line[]): string => lines.map(({ text }) => text).join("\n");

/** Lines that a pass adds. */
export const newLines = (...texts: readonly string[]): Line[] => texts.map(readLine);

export const isLabel = (line: Line): boolean => line.word.endsWith(":");

/** Labels are unique, so code that stands somewhere else too goes without. */
export const withoutLabels = (lines: readonly Line[]): Line[] => lines.filter((line) => !isLabel(line));

export const opensBlock = (word: string): boolean => word === "block" || word === "loop" || word === "try";
export const closesBlock = (word: string): boolean =>
  word === "end_block" || word === "end_loop" || word === "end_try" || word === "delegate";

/** The name of the function that a line calls; null where it calls none, or one through a pointer. */
export const calleeOf = ({ word, rest }: Line): string | null => (word === "call" ? firstOf(rest) : null);

/** What stands before the first comma or space. */
export const firstOf = (rest: string): string => /^[^\s,]*/.exec(rest)![0];

/** The name of the function that is announced here, as the linker knows it; null on every other line. */
export const functionAnnounced = ({ word, rest }: Line): string | null =>
  word === ".type" && rest.endsWith(",@function") ? firstOf(rest) : null;

/** Clang says in a comment where a function's lines begin, before all its directives. */
export const beginsFunction = ({ text }: Line): boolean => text.includes("# -- Begin function");

/** A function's name and the types of its parameters, on the line that declares them. */
export function signatureOf({ word, rest }: Line): { name: string; parameters: readonly string[] } | null {
  const match = word === ".functype" ? /^(\S+) \(([^)]*)\)/.exec(rest) : null;
  return match && { name: match[1]!, parameters: match[2]! === "" ? [] : match[2]!.split(", ") };
}
