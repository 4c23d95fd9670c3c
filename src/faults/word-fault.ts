import { WORDS } from "./all-words.ts";
import type { Audience, Wording, Words } from "./definition.ts";
import type { FaultDetail } from "./detail.ts";
import type { BlockFacts, Facts, LocationFacts } from "./facts.ts";
import { code, nameOf, releaser, sentence } from "./phrases.ts";

/** The words for a fault: one sentence that says what happened, one that says what to do. */
export function wordFault(facts: Facts<FaultDetail>, audience: Audience): Wording {
  // The table's type says that each code has the words of its own detail.
  const words = WORDS[facts.detail.code] as Words<FaultDetail>;
  const { message, advice } = words[audience](facts);
  return { message: sentence(message), advice };
}

/** Sentences about the block's life so far: where it came from, what released it. */
export function blockNotes(block: BlockFacts | null, audience: Audience): string[] {
  if (!block) return [];
  const notes: string[] = [];
  if (block.owner !== "static") {
    const location = locationWords(block.allocated);
    // In C alone the name of a block is that of the function it came from, which the location says.
    const name = audience === "c" ? `block ${block.id}` : nameOf(block);
    if (location) notes.push(`${name} was allocated ${location}.`);
  }
  if (block.takenOver)
    notes.push(`It was handed over to ${code(block.takenOver.by)} ${locationWords(block.takenOver)}.`);
  if (block.freed) {
    const location = locationWords(block.freed);
    const by = releaser(block.freed.by, block.freed.typescript);
    notes.push(`It was released by ${by}${location && ` ${location}`}.`);
  }
  if (block.keptBy) notes.push(`${code(block.keptBy)} still remembers a pointer into it.`);
  return notes.map(sentence);
}

function locationWords({ typescript, c }: LocationFacts): string {
  const parts: string[] = [];
  if (typescript) parts.push(`at line ${typescript.line}`);
  if (c) parts.push(`in ${code(c.function)} (${c.file}:${c.line})`);
  return parts.join(", ");
}
