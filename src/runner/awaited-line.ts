import type { CompiledProgram } from "../contract/program.ts";

/**
 * The line at which the module itself waits: the only one where it can, or the one that was last at work, if it can wait
 * there. Null when neither is known.
 */
export function awaitedLine({ awaits, spans }: CompiledProgram, span: number): number | null {
  if (awaits.length === 1) return awaits[0]!.line;
  const last = spans[span];
  return last && awaits.some(({ line, endLine }) => line <= last.line && last.line <= endLine) ? last.line : null;
}
