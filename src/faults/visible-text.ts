/**
 * Characters that a terminal or an editor obeys instead of showing: the C0 and C1 controls and DEL, which move the cursor
 * and can write over what was printed, and those that turn the order of text around or end a line. Tab and line feed are not among
 * them.
 */
const OBEYED = /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g;

/** Text with such characters shown as what they are, `\x1b` or `\u202e`; its lines and tabs stay. */
export function visibleText(text: string): string {
  return text.replace(OBEYED, (character) => {
    const code = character.charCodeAt(0);
    return code > 0xff ? `\\u${hex(code, 4)}` : `\\x${hex(code, 2)}`;
  });
}

/** The same of a text that has to stay in its line, as a name or a part of a sentence has. */
export const visibleLine = (text: string): string => visibleText(text).replaceAll("\n", "\\n");

/** JSON with such characters as its own escapes, for a reader who looks at it in a terminal: it says the same. */
export const visibleJson = (json: string): string =>
  json.replace(OBEYED, (character) => `\\u${hex(character.charCodeAt(0), 4)}`);

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, "0");
