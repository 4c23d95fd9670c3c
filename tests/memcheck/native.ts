import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Program } from "./programs.ts";

/** What a native tool says of a program: its own name for what it found, or null for nothing. */
export type Finding = string | null;

const works = (command: string): boolean => spawnSync(command, ["--version"]).status === 0;

/** Why a native tool cannot be compared with; null when it can. */
export const ABSENT = {
  asan: works("gcc") ? null : "there is no gcc here",
  valgrind: !works("gcc") ? "there is no gcc here" : works("valgrind") ? null : "there is no Valgrind here",
} as const;

/** gcc's AddressSanitizer, with its leak check and its check of frames that are over. */
export function runAsan(program: Program): Finding {
  return inScratch((folder) => {
    const binary = build(program, folder, ["-fsanitize=address"]);
    const ASAN_OPTIONS = "detect_leaks=1:detect_stack_use_after_return=1:strict_string_checks=1";
    const run = spawnSync(binary, { cwd: folder, input: program.input, env: { ...process.env, ASAN_OPTIONS } });
    const said = run.stderr.toString();
    const found = /ERROR: (Address|Leak)Sanitizer: ([\w-]+(?: [\w-]+)?)/.exec(said);
    if (found === null) return null;
    return found[1] === "Leak" ? "leak" : found[2]!.replace(/ (on|was|in|at)$/, "");
  });
}

/** Valgrind's memcheck, which counts what is definitely lost as an error. */
export function runValgrind(program: Program): Finding {
  return inScratch((folder) => {
    const binary = build(program, folder, []);
    const options = ["--quiet", "--leak-check=full", "--errors-for-leak-kinds=definite", "--error-exitcode=99"];
    const run = spawnSync("valgrind", [...options, binary], { cwd: folder, input: program.input });
    const said = run.stderr.toString();
    if (!/^==\d+== /m.test(said) || (run.status !== 99 && run.signal === null)) return null;
    return /^==\d+== (.+)$/m
      .exec(said)![1]!
      .replace(/^[\d,() a-z+]*bytes in .* are/, "")
      .replace(/ of size.*| in loss.*/, "")
      .trim();
  });
}

function build(program: Program, folder: string, flags: readonly string[]): string {
  const binary = path.join(folder, "program");
  const run = spawnSync("gcc", ["-std=gnu17", "-g", "-O0", "-w", ...flags, program.path, "-o", binary]);
  if (run.status !== 0) throw new Error(`gcc ${program.name}: ${run.stderr.toString()}`);
  return binary;
}

function inScratch<T>(act: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), "memcheck-"));
  try {
    return act(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
