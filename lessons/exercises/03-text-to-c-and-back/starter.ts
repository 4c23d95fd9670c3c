import { dlopen, PointerView } from "ffi";

const texts = dlopen("texts", {
  to_capitals: {
    parameters: ["pointer", "pointer", "usize"],
    result: "usize",
  },
});

/** The text in capital letters. */
export function capitals(text: string): string {
  const copy = texts.cstring(text);
  const out = texts.alloc(16);
  texts.symbols.to_capitals(copy.pointer, out.pointer, 16);
  return new PointerView(out.pointer).getCString();
}
