import os from "node:os";
import path from "node:path";
import process from "node:process";
import { workingFolder } from "./file-system.ts";

/** What a program can ask of this machine as a number, in the order of `posix/posix.h`. Where there is none of it, 0. */
const NUMBERS: readonly (() => number | undefined)[] = [
  () => process.getuid?.(),
  () => process.geteuid?.(),
  () => process.getgid?.(),
  () => process.getegid?.(),
  () => process.ppid,
];

/** The same as a text. */
const TEXTS: readonly ((program: string) => string | null)[] = [
  workingFolder,
  () => os.userInfo().username,
  () => os.userInfo().homedir,
  () => os.userInfo().shell,
  () => os.hostname(),
  (program) => path.basename(program),
];

export function unixNumber(which: number): number {
  return NUMBERS[which]?.() ?? 0;
}

/**
 * Empty where this machine does not know it, as the name of a user who is not in its list.
 *
 * @param program How the program was called.
 */
export function unixText(which: number, program: string): string {
  try {
    return TEXTS[which]?.(program) ?? "";
  } catch {
    return "";
  }
}
