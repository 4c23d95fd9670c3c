import { newLines, type Line } from "./lines.ts";

/** The checker's function for a stack that is used up. */
export const STACK_EXHAUSTED = "ffi_stack_exhausted";

/** Bytes at the stack's end that a library's functions leave to what they call of the C library, which does not look. */
const LIBRARY_RESERVE = 64 * 1024;

/** The same for a program. */
const PROGRAM_RESERVE = 16 * 1024;

const DECLARED = newLines(`\t.functype\t${STACK_EXHAUSTED} (i32) -> ()`);

const setsStackPointer = ({ word, rest }: Line): boolean => word === "global.set" && rest === "__stack_pointer";

/**
 * Makes each function of a library that takes a part of the stack look first whether there is one: the stack's end is
 * the library's data, which would be overwritten without a word.
 *
 * Optimised code keeps the new end in a local when it takes a part, and makes the sum on the spot when it gives one back.
 */
export function checkStackOfLibrary(lines: readonly Line[]): Line[] {
  const output = [...DECLARED];
  let wanted: string | null = null;
  for (const line of lines) {
    if (setsStackPointer(line) && wanted !== null) {
      output.push(
        ...newLines(
          ...["\tblock", `\tlocal.get\t${wanted}`, `\ti32.const\t__data_end+${LIBRARY_RESERVE}`, "\ti32.ge_u"],
          ...["\tbr_if\t0", `\tlocal.get\t${wanted}`, `\tcall\t${STACK_EXHAUSTED}`, "\tend_block"],
        ),
      );
    }
    if (/^[a-z]/.test(line.word)) wanted = line.word === "local.tee" ? line.rest : null;
    output.push(line);
  }
  return output;
}

const PROGRAM_CHECK = newLines(
  ...["\tglobal.get\t__stack_pointer", `\ti32.const\t__data_end+${PROGRAM_RESERVE}`],
  // Signed: a frame larger than what is below it wraps to a negative address.
  ...["\ti32.lt_s", "\tif", "\tglobal.get\t__stack_pointer", `\tcall\t${STACK_EXHAUSTED}`, "\tend_if"],
);

/**
 * The same for a program, of which nothing is optimised: it looks wherever the stack's end has changed, because a frame
 * that is taken and one that is given back are written alike.
 */
export function checkStackOfProgram(lines: readonly Line[]): Line[] {
  return [...DECLARED, ...lines.flatMap((line) => (setsStackPointer(line) ? [line, ...PROGRAM_CHECK] : [line]))];
}
