import { compileProgram, runChecked, type MemcheckReport } from "../../src/memcheck/index.ts";

/** Compiles a C file and runs it to its end. Throws what the compiler says when it does not compile. */
export async function memcheck(file: string, input: string): Promise<MemcheckReport> {
  const compiled = await compileProgram({ files: [file], include: [], define: [] });
  if (!compiled.ok) throw new Error(compiled.output);
  const ran = await runChecked(compiled.program, {
    arguments: ["program"],
    input: new TextEncoder().encode(input),
    timeLimitMs: 60_000,
  });
  if (ran.kind === "failed") throw new Error(ran.reason);
  return ran.report;
}
