import type { BlockFacts, SpanFacts } from "./facts.ts";

/** How TypeScript's own memory is released; it stands where other blocks name a C function. */
export const DISPOSE = "dispose";

export const bytes = (count: number): string => `${count} byte${count === 1 ? "" : "s"}`;
/** Names of code stand in backticks, as in Markdown. */
export const code = (text: string): string => `\`${text}\``;
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const hexadecimal = (address: number): string => `0x${address.toString(16)}`;

/** A block for readers who see its number and name in the panels. */
export const nameOf = (block: BlockFacts | null): string =>
  block ? `block ${block.id} (${code(block.label)})` : "memory";

/** The function concerned, at the beginning of a sentence. */
export const calledFunction = (detail: { readonly function: string | null }): string =>
  detail.function === null ? "C" : code(detail.function);

/** Which C function it was in; nothing for TypeScript's side, whose line says as much. */
export function inFunction(detail: { readonly side: "typescript" | "c"; readonly function: string | null }): string {
  return detail.side === "typescript" || detail.function === null ? "" : `in ${code(detail.function)}, `;
}

/** The participle of an act. */
export function done(act: "read" | "write" | "use"): string {
  return act === "write" ? "written" : act === "read" ? "read" : "used";
}

/** Who released a block: a function, or the end of a scope that `using` has declared it in. */
export const releaser = (releasedBy: string, span: SpanFacts | null): string =>
  releasedBy === DISPOSE && span?.scopeEnd ? "the end of its scope" : code(releasedBy);

/** A block for readers of a C program: a variable by its name, a block of the heap by its number and size. */
export function describeInC(block: BlockFacts | null): string {
  if (block === null) return "memory";
  return block.owner === "static" ? code(block.label) : `block ${block.id} (${bytes(block.bytes)})`;
}

/** Whether a block is a text literal: clang's names of what has none in the program begin with a dot. */
export const isLiteral = (block: BlockFacts | null): boolean => block?.label.startsWith(".") ?? false;
