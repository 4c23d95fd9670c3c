// Says: When there is no memory for the result, the function ends before it releases the copy of the text.
// Check: nothingLeaked
// When: allocation
import { dlopen, PointerView } from "ffi";

const texts = dlopen("texts", {
  to_capitals: {
    parameters: ["pointer", "pointer", "usize"],
    result: "usize",
  },
});

export function capitals(text: string): string {
  const copy = texts.cstring(text);
  const room = texts.symbols.to_capitals(copy.pointer, null, 0);
  const out = texts.alloc(room);
  texts.symbols.to_capitals(copy.pointer, out.pointer, room);
  const result = new PointerView(out.pointer).getCString();
  out[Symbol.dispose]();
  copy[Symbol.dispose]();
  return result;
}
