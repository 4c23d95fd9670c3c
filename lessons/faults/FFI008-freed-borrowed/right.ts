// The text is lent: it is read, and left where it is.
import { borrowed, dlopen, PointerView, type Pointer } from "ffi";

using strings = dlopen("strings", {
  get_version: { parameters: [], result: borrowed("pointer") },
});

function readText(pointer: Pointer | null): string | null {
  if (pointer === null) return null;
  return new PointerView(pointer).getCString();
}

console.log("version:", readText(strings.symbols.get_version()));
