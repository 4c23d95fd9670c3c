// Says: A room of fixed size cuts every longer text off. How much the result takes is what to_capitals returns.
// Check: A long text comes back whole
// Part: it was 255
import { dlopen, PointerView } from "ffi";

const texts = dlopen("texts", {
  to_capitals: {
    parameters: ["pointer", "pointer", "usize"],
    result: "usize",
  },
});

export function capitals(text: string): string {
  using copy = texts.cstring(text);
  using out = texts.alloc(256);
  texts.symbols.to_capitals(copy.pointer, out.pointer, 256);
  return new PointerView(out.pointer).getCString();
}
