import type { CompileOutcome } from "../../contract/program.ts";
import { isWide } from "../parts/use-wide.ts";
import { createPlainCompiler } from "./plain-compiler.ts";

export interface Compiler {
  compile(text: string): Promise<CompileOutcome>;
}

/**
 * Compiles where a copy of the TypeScript compiler is already wanted: in Monaco's worker on a wide screen, in a worker
 * of its own on a narrow one.
 */
export function createCompiler(): Compiler {
  const plain = createPlainCompiler();
  return {
    async compile(text) {
      if (!isWide()) return plain(text);
      const { compileWithMonaco } = await import("./monaco.ts");
      return compileWithMonaco(text);
    },
  };
}
