import { compileProgram, runChecked, type MemcheckReport, type RunOptions } from "../../src/memcheck/index.ts";

/** Compiles C files and runs them to their end. Throws what the compiler says when they do not compile. */
export async function memcheck(
  files: readonly string[],
  options: Partial<RunOptions> & { readonly text?: string; readonly define?: readonly string[] } = {},
): Promise<MemcheckReport> {
  const compiled = await compileProgram({ files, include: [], define: options.define ?? [] });
  if (!compiled.ok) throw new Error(compiled.output);
  const outcome = await runChecked(compiled.program, {
    arguments: ["program"],
    timeLimitMs: 20_000,
    ...options,
    input: new TextEncoder().encode(options.text ?? ""),
  });
  if (outcome.kind === "failed") throw new Error(outcome.reason);
  return outcome.report;
}
