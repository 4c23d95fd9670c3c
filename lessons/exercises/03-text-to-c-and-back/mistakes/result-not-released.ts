// Says: The memory for the result is never released: each call loses as much as the text is long.
// Check: nothingLeaked
// When: as-it-is
import { dlopen, PointerView } from "ffi";

const texts = dlopen("texts", {
  to_capitals: {
    parameters: ["pointer", "pointer", "usize"],
    result: "usize",
  },
});

export function capitals(text: string): string {
  using copy = texts.cstring(text);
  const room = texts.symbols.to_capitals(copy.pointer, null, 0);
  const out = texts.alloc(room);
  texts.symbols.to_capitals(copy.pointer, out.pointer, room);
  return new PointerView(out.pointer).getCString();
}
