// Says: The text was cut at its U+0000 in place of being refused: what comes back is the length of another text.
// Check: A text that C would cut short is refused
import { dlopen } from "ffi";

const basics = dlopen("basics", {
  strlen: { parameters: ["pointer"], result: "usize" },
});

export function safeStrlen(text: string): number {
  using copy = basics.cstring(text.split("\0")[0] ?? "");
  return basics.symbols.strlen(copy.pointer);
}
