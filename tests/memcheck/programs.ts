import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { FAULT_CODES, type FaultCode } from "../../src/faults/codes.ts";

const FOLDER = fileURLToPath(new URL("programs", import.meta.url));

/**
 * One program of a pair, of a fault that C has by itself: FFI001 to FFI007, FFI010 and FFI016. The other codes are about
 * the boundary, which a program that is all C does not have. FFI007 has those forms in which the C library gives one
 * block that is not released with `free`: streams of each kind, and folders.
 *
 * `name.wrong.c` has exactly one fault, at the line that says so; `name.right.c` has none.
 */
export interface Program {
  /** `off-by-one.wrong` */
  readonly name: string;
  readonly path: string;
  readonly expected: { readonly code: FaultCode; readonly line: number } | null;
  /** What it reads: the text after `// input:` and a newline. */
  readonly input: string;
}

export function findPrograms(): Program[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".c"));
  for (const name of names) {
    const twin = name.replace(/\.(wrong|right)\.c$/, (_, kind) => (kind === "wrong" ? ".right.c" : ".wrong.c"));
    if (twin === name || !names.includes(twin)) throw new Error(`${name} has no twin`);
  }
  return names.sort().map((name) => readProgram(path.join(FOLDER, name)));
}

function readProgram(file: string): Program {
  const text = readFileSync(file, "utf8");
  const marks = text.split("\n").flatMap((line, index) => {
    const code = /\/\/ (FFI\d{3})\s*$/.exec(line)?.[1];
    return code === undefined ? [] : [{ code: code as FaultCode, line: index + 1 }];
  });
  const name = path.basename(file, ".c");
  const wanted = name.endsWith(".wrong") ? 1 : 0;
  if (marks.length !== wanted || marks.some(({ code }) => !FAULT_CODES.includes(code))) {
    throw new Error(`${name}.c: its lines have to name exactly ${wanted} faults`);
  }
  const input = /^\/\/ input: (.*)$/m.exec(text)?.[1];
  return { name, path: file, expected: marks[0] ?? null, input: input === undefined ? "" : `${input}\n` };
}
