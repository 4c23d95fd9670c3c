import { formatBytes, formatCount } from "./format.ts";

/** Blocks of the heap, counted. The one there is, where there is only one. */
export interface HeldBlocks {
  readonly blocks: number;
  readonly bytes: number;
  readonly only: { readonly id: number; readonly label: string } | null;
}

/** What was still allocated when a run ended, by who has to release it: the program (it is TypeScript's), or C. */
export interface StillHeld {
  readonly typescript: HeldBlocks;
  readonly c: HeldBlocks;
}

/**
 * Whether leaks were judged. They are when a checked program has come to its end: then whatever it had to release, and
 * has not, is leaked. Before that (`cut-short`: by an exception, a Stop or a limit) it may still have released it; and of
 * a run without the checker (`unchecked`) it is not known.
 */
export type LeakJudgement = "judged" | "cut-short" | "unchecked";

/**
 * Sentences for a run whose leaks were not judged: that they were not, and what was still held, by TypeScript and by C.
 * Empty for a run whose leaks were judged.
 */
export function leaksNotJudged({ leaks, held }: { readonly leaks: LeakJudgement; readonly held: StillHeld }): string {
  if (leaks === "judged") return "";
  if (leaks === "unchecked") return "Leaks were not judged: the run was not checked.";
  const { typescript, c } = held;
  const sentences = ["Leaks were not judged, because the program did not reach its end."];
  if (typescript.blocks > 0)
    sentences.push(`TypeScript still held ${blocksInWords(typescript)}, which the program has to release.`);
  if (c.blocks > 0) sentences.push(`C still held ${blocksInWords(c)}, of its own.`);
  if (sentences.length === 1) sentences.push("No memory was allocated at that moment.");
  return sentences.join(" ");
}

function blocksInWords({ blocks, bytes, only }: HeldBlocks): string {
  const size = formatBytes(bytes);
  if (only) return `block ${only.id} (\`${only.label}\`), ${size}`;
  return `${formatCount(blocks)} blocks, together ${size}`;
}
