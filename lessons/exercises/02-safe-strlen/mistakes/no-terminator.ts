// Says: A C string ends with a byte that is 0. Without it strlen reads on, past the end of your memory.
// Check: noFaults
// Fault: FFI010
import { dlopen, PointerView } from "ffi";

const basics = dlopen("basics", {
  strlen: { parameters: ["pointer"], result: "usize" },
});

export function safeStrlen(text: string): number {
  if (text.includes("\0")) {
    const error = new Error("the text has U+0000 in it");
    error.name = "NulError";
    throw error;
  }
  const bytes = new TextEncoder().encode(text);
  using memory = basics.alloc(bytes.length);
  new PointerView(memory.pointer)
    .getArray("u8", bytes.length)
    .set(bytes);
  return basics.symbols.strlen(memory.pointer);
}
