import { readLine } from "./lines.ts";

/** The checker's function for a stack that is used up. */
export const STACK_EXHAUSTED = "ffi_stack_exhausted";

/** Bytes at the stack's end that checked functions leave to what they call of the C library, which does not look. */
const RESERVE = 64 * 1024;

/**
 * Makes each function that takes a part of the stack look first whether there is one: the stack's end is the program's
 * data, which would be overwritten without a word.
 */
export function checkStackLimit(assembly: string): string {
  const output: string[] = [`\t.functype\t${STACK_EXHAUSTED} (i32) -> ()`];
  let wanted: string | null = null;
  for (const text of assembly.split("\n")) {
    const { word, rest } = readLine(text);
    if (word === "global.set" && rest === "__stack_pointer" && wanted !== null) {
      output.push(
        ...["\tblock", `\tlocal.get\t${wanted}`, `\ti32.const\t__data_end+${RESERVE}`, "\ti32.ge_u", "\tbr_if\t0"],
        ...[`\tlocal.get\t${wanted}`, `\tcall\t${STACK_EXHAUSTED}`, "\tend_block"],
      );
    }
    // A function that gives its part back makes the sum on the spot; one that takes a part keeps where it is.
    if (/^[a-z]/.test(word)) wanted = word === "local.tee" ? rest : null;
    output.push(text);
  }
  return output.join("\n");
}
