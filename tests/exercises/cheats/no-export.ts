// Fails: the answer does not export safeStrlen
import { dlopen } from "ffi";

const basics = dlopen("basics", {
  strlen: { parameters: ["pointer"], result: "usize" },
});

function safeStrlen(text: string): number {
  using copy = basics.cstring(text);
  return basics.symbols.strlen(copy.pointer);
}

safeStrlen("x");
