import { GlobalFlag, GlobalRecord } from "../../contract/checker-abi.ts";
import { calleeOf, firstOf, isLabel, readLine, type Line } from "./lines.ts";

const WORD_BYTES = 4;

/**
 * Marks the globals that must not be written, text literals among them, in the records that the instrumentation hands to
 * the checker. On most systems such memory is write-protected and a write ends the program; WebAssembly has no memory
 * of that kind, so the checker has to know.
 *
 * The compiler itself decides which they are: it puts them in a section of their own.
 */
export function markConstants(lines: readonly Line[]): Line[] {
  const constants = new Set<string>();
  const aliases = new Map<string, string>();
  let table = "";
  let readOnly = false;
  for (const [index, line] of lines.entries()) {
    const { word, rest } = line;
    if (word === ".section") readOnly = rest.startsWith(".rodata");
    if (isLabel(line) && readOnly) constants.add(labelOf(line));
    if (rest.startsWith("= ")) aliases.set(word, rest.slice(2));
    if (calleeOf(line) === "__asan_register_globals") table = tableBefore(lines, index);
  }
  let at = -1;
  let constant = false;
  return lines.map((line) => {
    if (isLabel(line)) at = labelOf(line) === table ? 0 : -1;
    if (at < 0 || line.word !== ".int32") return line;
    const field = (WORD_BYTES * at++) % GlobalRecord.Size;
    const value = firstOf(line.rest);
    if (field === GlobalRecord.Address) constant = constants.has(aliases.get(value) ?? value);
    return field === GlobalRecord.Flags && constant ? readLine(`\t.int32\t${GlobalFlag.Constant}`) : line;
  });
}

const labelOf = ({ word }: Line): string => word.slice(0, -1);

/** The name of the table that a call at this line is given. */
function tableBefore(lines: readonly Line[], call: number): string {
  for (let at = call; at >= 0; at -= 1) {
    const { word, rest } = lines[at]!;
    if (word === "i32.const" && /^[^\d-]/.test(rest)) return rest;
  }
  return "";
}
