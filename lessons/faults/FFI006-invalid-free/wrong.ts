// The pointer walks to the first letter, and is released there.
import { dlopen, offset, PointerView } from "ffi";

using strings = dlopen("strings", {
  calloc: { parameters: ["usize", "usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});

let text = strings.symbols.calloc(8, 1);
if (text !== null) {
  const bytes = new TextEncoder().encode("  Ada");
  new PointerView(text).getArray("u8", 8).set(bytes);
  while (new PointerView(text).getUint8() === 0x20)
    text = offset(text, 1);
  console.log(new PointerView(text).getCString());
  strings.symbols.free(text); // FFI006
}
