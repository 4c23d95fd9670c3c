import { calleeOf, newLines, signatureOf, type Line } from "./lines.ts";

/** Functions that clang calls for a builtin without telling its own assembler their type. */
const TYPES: Readonly<Record<string, string>> = {
  lround: "(f64) -> (i32)",
  lroundf: "(f32) -> (i32)",
  llround: "(f64) -> (i64)",
  llroundf: "(f32) -> (i64)",
  lrint: "(f64) -> (i32)",
  lrintf: "(f32) -> (i32)",
  llrint: "(f64) -> (i64)",
  llrintf: "(f32) -> (i64)",
};

/** Puts the types of such functions, where they are called, before the rest of the assembly. */
export function declareRoundingCalls(lines: readonly Line[]): Line[] {
  const called = new Set(lines.map(calleeOf));
  const declared = new Set(lines.map((line) => signatureOf(line)?.name));
  const names = Object.keys(TYPES).filter((name) => called.has(name) && !declared.has(name));
  return [...newLines(...names.map((name) => `\t.functype\t${name} ${TYPES[name]!}`)), ...lines];
}
