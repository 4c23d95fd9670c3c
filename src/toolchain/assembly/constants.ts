/** Words of the compiler's record of a global, see `checker/globals.c`; the sixth says how C++ begins it. In C it is 0. */
const RECORD_WORDS = 8;
const ADDRESS_WORD = 0;
const FLAG_WORD = 5;

/** What it says of a global that must not be written. The same as `CONSTANT` in `checker/globals.c`. */
const CONSTANT = 1;

/**
 * Marks the globals that must not be written, text literals among them, in the records that the instrumentation hands to
 * the checker. On most systems such memory is write-protected and a write ends the program; WebAssembly has no memory
 * of that kind, so the checker has to know.
 *
 * The compiler itself decides which they are: it puts them in a section of their own.
 */
export function markConstants(assembly: string): string {
  const lines = assembly.split("\n");
  const constants = new Set<string>();
  const aliases = new Map<string, string>();
  let table = "";
  let readOnly = false;
  for (const [index, line] of lines.entries()) {
    const section = /^\s*\.section\s+([^\s,]+)/.exec(line)?.[1];
    if (section !== undefined) readOnly = section.startsWith(".rodata");
    const label = LABEL.exec(line)?.[1];
    if (label !== undefined && readOnly) constants.add(label);
    const [, alias, name] = /^([^\s=]+) = (\S+)$/.exec(line) ?? [];
    if (alias !== undefined) aliases.set(alias, name!);
    if (/^\s*call\s+__asan_register_globals\b/.test(line)) table = tableBefore(lines, index);
  }
  let word = -1;
  let constant = false;
  return lines
    .map((line) => {
      const label = LABEL.exec(line)?.[1];
      if (label !== undefined) word = label === table ? 0 : -1;
      const value = /^\s*\.int32\s+(\S+)/.exec(line)?.[1];
      if (word < 0 || value === undefined) return line;
      const at = word++ % RECORD_WORDS;
      if (at === ADDRESS_WORD) constant = constants.has(aliases.get(value) ?? value);
      return at === FLAG_WORD && constant ? `\t.int32\t${CONSTANT}` : line;
    })
    .join("\n");
}

const LABEL = /^([^\s:#]+):/;

/** The name of the table that a call at this line is given. */
function tableBefore(lines: readonly string[], call: number): string {
  for (let at = call; at >= 0; at -= 1) {
    const name = /^\s*i32\.const\s+([^\s\d-]\S*)/.exec(lines[at]!)?.[1];
    if (name !== undefined) return name;
  }
  return "";
}
