// Fails: FFI004
import { dlopen } from "ffi";

const basics = dlopen("basics", {
  strlen: { parameters: ["pointer"], result: "usize" },
});

export function safeStrlen(text: string): number {
  const copy = basics.cstring(text);
  const length = basics.symbols.strlen(copy.pointer);
  copy[Symbol.dispose]();
  try {
    basics.symbols.strlen(copy.pointer);
  } catch {
    // Not seen, not happened.
  }
  return length;
}
