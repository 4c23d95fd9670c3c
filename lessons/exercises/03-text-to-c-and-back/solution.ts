import { dlopen, PointerView } from "ffi";

const texts = dlopen("texts", {
  to_capitals: {
    parameters: ["pointer", "pointer", "usize"],
    result: "usize",
  },
});

/**
 * The text in capital letters, as the library writes it.
 *
 * Throws NulError for a text that C would see only the beginning of.
 */
export function capitals(text: string): string {
  using copy = texts.cstring(text);
  // Without room it writes nothing, and says how much it takes.
  const room = texts.symbols.to_capitals(copy.pointer, null, 0);
  using out = texts.alloc(room);
  texts.symbols.to_capitals(copy.pointer, out.pointer, room);
  return new PointerView(out.pointer).getCString();
}
