// Says: The NUL that ends a C string is no part of the text. It came back as a character of its own.
// Check: An empty text is empty
// Part: x00
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
  using out = texts.alloc(room);
  texts.symbols.to_capitals(copy.pointer, out.pointer, room);
  const bytes = new PointerView(out.pointer).getArray("u8", room);
  return new TextDecoder().decode(bytes);
}
