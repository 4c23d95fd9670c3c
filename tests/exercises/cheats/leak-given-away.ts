// Fails: was never released
import { dlopen } from "ffi";

const basics = dlopen("basics", {
  strlen: { parameters: ["pointer"], result: "usize" },
});

export function safeStrlen(text: string): number {
  const copy = basics.cstring(text);
  return basics.symbols.strlen(copy.move());
}
