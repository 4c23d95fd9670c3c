import path from "node:path";
import { compileFiles, type CompileOutcome, type ProgramSource } from "../clang/compile.ts";
import { mounted, mountedTree, readProgram, unmountedFile, unmountedText } from "./program-files.ts";
import { runtimeObjects } from "./runtime-objects.ts";
import { UNIX_HEADERS } from "./unix-headers.ts";
import { withoutTierUp } from "./without-tier-up.ts";

/**
 * Compiles a C program of this machine with checks in every access, and links it with the checker.
 *
 * Throws as `readFile` does when a file cannot be read.
 */
export async function compileProgram(source: ProgramSource): Promise<CompileOutcome> {
  const texts = await readProgram(source.files, source.include, source.define);
  const program = {
    tree: mountedTree(texts, source.include),
    texts,
    here: mounted(process.cwd()),
    mounted,
    unmountedFile,
    unmountedText,
    textOf: (file: string) => new TextDecoder().decode(texts.get(path.resolve(file))),
  };
  const runtime = { unixHeaders: UNIX_HEADERS, objects: runtimeObjects };
  return withoutTierUp(() => compileFiles(source, program, runtime));
}
