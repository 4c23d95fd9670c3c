/** `+=`, `<<=`, `++` and the like, but not `==`. */
const UPDATE = /^(?:[-+*/%&|^]=|<<=|>>=|\+\+|--)/;

/** What looks like an operation and is none: texts, arrows, indices. */
const NO_OPERATION = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|->|\[[^\]]*\]/g;

/**
 * Whether a location that stores something stores what it has computed, and not only a copy. A reader who wants to know where
 * a value went wrong wants that line, and not the one at which the result decides something.
 *
 * @param text The line from clang's column on: of an assignment the operator's, of a declaration the name's.
 */
export function isComputed(text: string): boolean {
  if (UPDATE.test(text)) return true;
  const value = /^[^=<>!;]*=(?!=)([^;]*)/.exec(text)?.[1];
  if (value === undefined) return false;
  const bare = value.replace(NO_OPERATION, " ").replace(/^(?:\s|\([\w\s*]+\)|[*&])+/, "");
  return /[-+*/%<>!?|^&]|==/.test(bare);
}
