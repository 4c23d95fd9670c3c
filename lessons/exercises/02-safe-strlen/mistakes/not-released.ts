// Says: The copy of the text is never released. Each call loses as many bytes as the text has, and one more.
// Check: nothingLeaked
// When: as-it-is
import { dlopen } from "ffi";

const basics = dlopen("basics", {
  strlen: { parameters: ["pointer"], result: "usize" },
});

export function safeStrlen(text: string): number {
  const copy = basics.cstring(text);
  return basics.symbols.strlen(copy.pointer);
}
