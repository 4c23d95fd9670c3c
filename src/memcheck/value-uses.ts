/** The runtime's function that is given each value's place when the value decides something. */
export const CHECK_USED = "ffi_check_used";

const LOAD = /^(?:i32|i64|f32|f64)\.load\t0/;
const PUSHES = /^(?:local\.get|global\.get|(?:i32|i64|f32|f64)\.const)\b/;
const KEEPS = /^(?:i64\.extend_i32|f64\.promote|f64\.convert|f32\.convert|i32\.wrap)/;
const STORES = /^(?:i32|i64|f32|f64)\.store/;
const LOADS = /^(?:i32|i64|f32|f64)\.load/;
/** Not the operations on bits: they are how a bit-field is written into a word whose other bits nobody has set. */
const COMPUTES = /^(?:i32|i64|f32|f64)\.(?:add|sub|mul|div|rem|eq|ne|lt|gt|le|ge)(?:_[su])?$/;
const BITS = /^(?:i32|i64)\.(?:and|or|xor|shl|shr_[su]|rotl|rotr)$/;

/**
 * Makes the program ask, wherever a value it has just read is computed with, compared or followed, whether anybody ever
 * wrote it. A value that is only copied is nobody's mistake yet.
 */
export function checkUses(assembly: string): string {
  const lines = assembly.split("\n");
  const instructions = lines.map((line) => line.replace(/#.*/, "").trim());
  const output: string[] = [`\t.functype\t${CHECK_USED} (i32, i32) -> ()`];
  let checked: { readonly local: string; readonly bytes: string } | null = null;
  let before = "";
  lines.forEach((line, index) => {
    const instruction = instructions[index]!;
    output.push(line);
    if (!/^[a-z]/.test(instruction)) return;
    const report = /^call\s+__asan_report_load([48])_noabort/.exec(instruction);
    const local = /^local\.get\s+(\d+)/.exec(before)?.[1];
    if (report && local !== undefined) checked = { local, bytes: report[1]! };
    else if (checked && LOAD.test(instruction) && local === checked.local) {
      if (isUsed(instructions, index + 1)) {
        output.push(`\tlocal.get\t${checked.local}`, `\ti32.const\t${checked.bytes}`, `\tcall\t${CHECK_USED}`);
      }
      checked = null;
    }
    before = instruction;
  });
  return output.join("\n");
}

/** Whether the value on top of the stack is used before its straight piece of code ends. */
function isUsed(instructions: readonly string[], from: number): boolean {
  // How many values stand above the one that is followed.
  let above = 0;
  for (const instruction of instructions.slice(from, from + 60)) {
    if (!/^[a-z]/.test(instruction)) continue;
    if (PUSHES.test(instruction)) above += 1;
    else if (KEEPS.test(instruction)) continue;
    else if (LOADS.test(instruction)) {
      if (above === 0) return true;
    } else if (/^i(32|64)\.eqz/.test(instruction)) {
      if (above === 0) return true;
    } else if (COMPUTES.test(instruction)) {
      if (above <= 1) return true;
      above -= 1;
    } else if (BITS.test(instruction)) {
      if (above <= 1) return false;
      above -= 1;
    } else if (STORES.test(instruction)) {
      if (above <= 1) return above === 1;
      above -= 2;
    } else if (/^(br_if|if)\b/.test(instruction)) return above === 0;
    else if (/^(local\.set|drop)\b/.test(instruction) && above > 0) above -= 1;
    else return false;
  }
  return false;
}
