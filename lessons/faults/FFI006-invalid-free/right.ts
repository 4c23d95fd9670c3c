// One pointer walks; the other one stays, and is released.
import { dlopen, offset, PointerView } from "ffi";

using strings = dlopen("strings", {
  calloc: { parameters: ["usize", "usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});

const text = strings.symbols.calloc(8, 1);
if (text !== null) {
  const bytes = new TextEncoder().encode("  Ada");
  new PointerView(text).getArray("u8", 8).set(bytes);
  let letter = text;
  while (new PointerView(letter).getUint8() === 0x20)
    letter = offset(letter, 1);
  console.log(new PointerView(letter).getCString());
  strings.symbols.free(text);
}
