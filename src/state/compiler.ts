import type { CompileOutcome } from "../contract/program.ts";

/** Turns a learner's text into a program that can run. Where that happens is its own affair. */
export interface Compiler {
  compile(text: string): Promise<CompileOutcome>;
}
