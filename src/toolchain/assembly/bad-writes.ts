import { calleeOf, newLines, type Line } from "./lines.ts";

const SIZES = ["1", "2", "4", "8", "16"];

/** The runtime's functions of which `redirectBadWrites` makes stores ask. */
export const STORE_CHECKS = SIZES.map((size) => `ffi_store${size}`);

/**
 * Lets a store's check say where to store. What is out of bounds would overwrite what its neighbours or the checker keep
 * there, and what the program does after that would say nothing about its own mistakes: it goes somewhere else.
 */
export function redirectBadWrites(lines: readonly Line[]): Line[] {
  const output = newLines(...STORE_CHECKS.map((name) => `\t.functype\t${name} (i32) -> (i32)`));
  for (const [index, line] of lines.entries()) {
    const size = /^__asan_store(\d+)_noabort$/.exec(calleeOf(line) ?? "")?.[1];
    const before = lines[index - 1];
    if (size === undefined || before?.word !== "local.get") output.push(line);
    else output.push(...newLines(`\tcall\tffi_store${size}`, `\tlocal.set\t${before.rest}`));
  }
  return output;
}
