import { closesBlock, isLabel, type Line } from "../lines.ts";

/** Numbers that locals are set to before the loop at line `at`, on the only way that leads to it. */
export function startsOf(lines: readonly Line[], at: number): Map<string, number> {
  const starts = new Map<string, number>();
  const seen = new Set<string>();
  for (let i = at - 1; i > 0; i--) {
    const { word, rest } = lines[i]!;
    // Where ways meet, where a loop begins again, and where the function begins.
    if (closesBlock(word) || word === "loop" || word === ".functype") break;
    if ((word !== "local.set" && word !== "local.tee") || seen.has(rest)) continue;
    seen.add(rest);
    const made = instructionBefore(lines, i);
    if (made?.word === "i32.const" && /^-?\d+$/.test(made.rest)) starts.set(rest, Number(made.rest));
  }
  return starts;
}

function instructionBefore(lines: readonly Line[], at: number): Line | undefined {
  for (let i = at - 1; i >= 0; i--) {
    const line = lines[i]!;
    if (line.word !== "" && !line.word.startsWith(".") && !isLabel(line)) return line;
  }
  return undefined;
}
