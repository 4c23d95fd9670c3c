import { readFileSync } from "node:fs";

/** A function of the C library, called wrongly and rightly. */
export interface LibraryCall {
  /** With what is wrong in brackets, where one function is called wrongly in several ways. */
  readonly name: string;
  /** The fault of the wrong call; null where there is only a right one. */
  readonly code: string | null;
  readonly wrong: string;
  readonly right: string;
}

/** Begins every program; the calls follow, one a line. */
const HEAD = readFileSync(new URL("head.c", import.meta.url), "utf8").trimEnd();

export const CALLS: readonly LibraryCall[] = readFileSync(new URL("calls.txt", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    const [name, code, wrong, right] = line.split(/ \| /) as [string, string, string, string];
    return { name, code: code === "none" ? null : code, wrong, right };
  });

/** A program of these calls; the first is at `lineOf(0)`. */
export function programOf(calls: readonly string[]): string {
  const lines = calls.map((call) => `  { ${call}; }`);
  return [HEAD, "int main(void) {", ...lines, "  return 0;", "}", ""].join("\n");
}

/** Line, from 1, of a program's call by its index. */
export const lineOf = (index: number): number => HEAD.split("\n").length + 2 + index;
