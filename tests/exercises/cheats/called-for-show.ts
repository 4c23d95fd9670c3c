// Fails: calls of C's strlen: expected
import { dlopen } from "ffi";

const basics = dlopen("basics", {
  strlen: { parameters: ["pointer"], result: "usize" },
});

{
  using show = basics.cstring("show");
  basics.symbols.strlen(show.pointer);
}

export function safeStrlen(text: string): number {
  if (text.includes("\0")) throw Object.assign(new Error("no"), { name: "NulError" });
  return new TextEncoder().encode(text).length;
}
