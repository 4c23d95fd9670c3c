// A helper releases every text that it reads, also one that is only lent.
import { dlopen, PointerView, type Pointer } from "ffi";

using strings = dlopen("strings", {
  get_version: { parameters: [], result: "pointer" },
  free_string: { parameters: ["pointer"], result: "void" },
});

function takeText(pointer: Pointer | null): string | null {
  if (pointer === null) return null;
  const text = new PointerView(pointer).getCString();
  strings.symbols.free_string(pointer); // FFI008 in free_string
  return text;
}

console.log("version:", takeText(strings.symbols.get_version()));
