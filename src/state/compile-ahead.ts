import type { CompileOutcome } from "../contract/program.ts";
import type { Compiler } from "./compiler.ts";

/** A compiler that can begin before it is asked. */
export interface AheadCompiler extends Compiler {
  /** Says which text is likely to be run next. */
  expect(text: string): void;
}

/**
 * Keeps the outcome of the text compiled last, so that a run of an unchanged program, or of one that was compiled while
 * its author paused, begins at once. A compiler that failed is asked again.
 */
export function compileAhead(compiler: Compiler): AheadCompiler {
  let last: { readonly text: string; readonly outcome: Promise<CompileOutcome> } | null = null;
  const compile = (text: string): Promise<CompileOutcome> => {
    if (last?.text === text) return last.outcome;
    const entry = { text, outcome: compiler.compile(text) };
    last = entry;
    entry.outcome.catch(() => {
      if (last === entry) last = null;
    });
    return entry.outcome;
  };
  return {
    compile,
    expect: (text) => void compile(text).catch(() => {}),
  };
}
