// Says: The last letter is missing: the NUL at the end takes a byte of the room, too.
// Check: It gives a short text in capital letters
// Part: and it was "
import { dlopen, PointerView } from "ffi";

const texts = dlopen("texts", {
  to_capitals: {
    parameters: ["pointer", "pointer", "usize"],
    result: "usize",
  },
});

export function capitals(text: string): string {
  using copy = texts.cstring(text);
  const room = Math.max(new TextEncoder().encode(text).length, 1);
  using out = texts.alloc(room);
  texts.symbols.to_capitals(copy.pointer, out.pointer, room);
  return new PointerView(out.pointer).getCString();
}
