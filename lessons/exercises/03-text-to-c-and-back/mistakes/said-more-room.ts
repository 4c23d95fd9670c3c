// Says: C was told of more room than there is, believed it, and wrote past the end of your memory.
// Check: noFaults
// Fault: FFI005
import { dlopen, PointerView } from "ffi";

const texts = dlopen("texts", {
  to_capitals: {
    parameters: ["pointer", "pointer", "usize"],
    result: "usize",
  },
});

export function capitals(text: string): string {
  using copy = texts.cstring(text);
  using out = texts.alloc(text.length + 1);
  texts.symbols.to_capitals(copy.pointer, out.pointer, 1024);
  return new PointerView(out.pointer).getCString();
}
