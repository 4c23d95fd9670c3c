// Says: The text was read after its memory had been released: by then it may hold anything.
// Check: noFaults
// Fault: FFI004
import { dlopen, PointerView } from "ffi";

const texts = dlopen("texts", {
  to_capitals: {
    parameters: ["pointer", "pointer", "usize"],
    result: "usize",
  },
});

function write(text: string): PointerView {
  using copy = texts.cstring(text);
  const room = texts.symbols.to_capitals(copy.pointer, null, 0);
  using out = texts.alloc(room);
  texts.symbols.to_capitals(copy.pointer, out.pointer, room);
  return new PointerView(out.pointer);
}

export function capitals(text: string): string {
  return write(text).getCString();
}
