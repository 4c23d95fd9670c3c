// Fails: expected
import { dlopen } from "ffi";

const basics = dlopen("basics", {
  strlen: { parameters: ["pointer"], result: "usize" },
});

export async function safeStrlen(text: string): Promise<number> {
  using copy = basics.cstring(text);
  return basics.symbols.strlen(copy.pointer);
}
