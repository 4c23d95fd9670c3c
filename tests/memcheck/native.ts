import { spawn, spawnSync } from "node:child_process";
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
export function runAsan(program: Program): Promise<Finding> {
  return inScratch(async (folder) => {
    const binary = await build(program, folder, ["-fsanitize=address"]);
    const ASAN_OPTIONS = "detect_leaks=1:detect_stack_use_after_return=1:strict_string_checks=1";
    const { said } = await start(binary, [], folder, program.input, { ASAN_OPTIONS });
    const found = /ERROR: (Address|Leak)Sanitizer: ([\w-]+(?: [\w-]+)?)/.exec(said);
    if (found === null) return null;
    return found[1] === "Leak" ? "leak" : found[2]!.replace(/ (on|was|in|at)$/, "");
  });
}

/** Valgrind's memcheck, which counts what is definitely lost as an error. */
export function runValgrind(program: Program): Promise<Finding> {
  return inScratch(async (folder) => {
    const binary = await build(program, folder, []);
    const options = ["--quiet", "--leak-check=full", "--errors-for-leak-kinds=definite", "--error-exitcode=99"];
    const { said, status, signal } = await start("valgrind", [...options, binary], folder, program.input);
    if (!/^==\d+== /m.test(said) || (status !== 99 && signal === null)) return null;
    return /^==\d+== (.+)$/m
      .exec(said)![1]!
      .replace(/^[\d,() a-z+]*bytes in .* are/, "")
      .replace(/ of size.*| in loss.*/, "")
      .trim();
  });
}

async function build(program: Program, folder: string, flags: readonly string[]): Promise<string> {
  const binary = path.join(folder, "program");
  const options = ["-std=gnu17", "-g", "-O0", "-w", ...flags, program.path, "-o", binary];
  const { status, said } = await start("gcc", options, folder, "");
  if (status !== 0) throw new Error(`gcc ${program.name}: ${said}`);
  return binary;
}

interface Ended {
  /** What it wrote to its standard error. */
  readonly said: string;
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Runs a command to its end, while others run. */
function start(
  command: string,
  options: readonly string[],
  folder: string,
  input: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...environment };
    const child = spawn(command, options, { cwd: folder, env, stdio: ["pipe", "ignore", "pipe"] });
    const said: Buffer[] = [];
    child.on("error", reject);
    child.stderr.on("data", (bytes: Buffer) => said.push(bytes));
    child.on("close", (status, signal) => resolve({ said: Buffer.concat(said).toString(), status, signal }));
    // A program may end before it has read all of it, or any.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

async function inScratch<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "memcheck-"));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
