// Says: The room was counted in TypeScript's characters. C counts bytes, and most characters take more than one.
// Check: Characters of every alphabet come back whole
import { dlopen, PointerView } from "ffi";

const texts = dlopen("texts", {
  to_capitals: {
    parameters: ["pointer", "pointer", "usize"],
    result: "usize",
  },
});

export function capitals(text: string): string {
  using copy = texts.cstring(text);
  const room = text.length + 1;
  using out = texts.alloc(room);
  texts.symbols.to_capitals(copy.pointer, out.pointer, room);
  return new PointerView(out.pointer).getCString();
}
