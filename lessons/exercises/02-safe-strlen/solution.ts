import { dlopen } from "ffi";

const basics = dlopen("basics", {
  strlen: { parameters: ["pointer"], result: "usize" },
});

/**
 * The bytes of a text, as C counts them.
 *
 * Throws NulError for a text that C would see only the beginning of.
 */
export function safeStrlen(text: string): number {
  using copy = basics.cstring(text);
  return basics.symbols.strlen(copy.pointer);
}
