import os from "node:os";
import path from "node:path";
import process from "node:process";
import { HostNumber, HostText } from "../contract/checker-abi.ts";
import { workingFolder } from "./file-system.ts";

/** What a program can ask of this machine as a number. Where there is none of it, 0. */
const NUMBERS: Readonly<Record<number, (parentProcess: number) => number | undefined>> = {
  [HostNumber.User]: () => process.getuid?.(),
  [HostNumber.EffectiveUser]: () => process.geteuid?.(),
  [HostNumber.Group]: () => process.getgid?.(),
  [HostNumber.EffectiveGroup]: () => process.getegid?.(),
  [HostNumber.ParentProcess]: (parent) => parent,
};

/** The same as a text. */
const TEXTS: Readonly<Record<number, (program: string) => string | null>> = {
  [HostText.WorkingFolder]: workingFolder,
  [HostText.UserName]: () => os.userInfo().username,
  [HostText.Home]: () => os.userInfo().homedir,
  [HostText.Shell]: () => os.userInfo().shell,
  [HostText.HostName]: () => os.hostname(),
  [HostText.ProgramName]: (program) => path.basename(program),
};

/** @param parentProcess The process that has started this one for the program's sake is not the program's parent. */
export function unixNumber(which: number, parentProcess: number): number {
  return NUMBERS[which]?.(parentProcess) ?? 0;
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
