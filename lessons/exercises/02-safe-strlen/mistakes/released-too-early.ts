// Says: The copy is released before strlen has read it: C reads memory that may have another use by then.
// Check: noFaults
// Fault: FFI004
import { dlopen } from "ffi";

const basics = dlopen("basics", {
  strlen: { parameters: ["pointer"], result: "usize" },
});

export function safeStrlen(text: string): number {
  const copy = basics.cstring(text);
  copy[Symbol.dispose]();
  return basics.symbols.strlen(copy.pointer);
}
