import path from "node:path";
import type { CheckedProgram } from "../toolchain/clang/compile.ts";

/** The lines of one of a program's files, by the name reports give it; none when it was not read. */
export function sourceLines(program: CheckedProgram, file: string): string[] {
  const bytes = program.texts.get(path.resolve(file));
  return bytes === undefined ? [] : new TextDecoder().decode(bytes).split(/\r?\n/);
}
