import { compileProgram, runHere, type MemcheckReport } from "../../src/memcheck/index.ts";

/** Compiles a C file and runs it to its end, in this thread. Throws what the compiler says when it does not compile. */
export async function memcheck(file: string, input: string): Promise<MemcheckReport> {
  const compiled = await compileProgram({ files: [file], include: [], define: [] });
  if (!compiled.ok) throw new Error(compiled.output);
  return runHere(compiled.program, { arguments: ["program"], input: new TextEncoder().encode(input) });
}
