// The text is cut to fit its field, in the middle of a character.
import { dlopen, PointerView } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
});

const bytes = new TextEncoder().encode("Zoë");
using field = strings.alloc(4);
const view = new PointerView(field.pointer);
bytes.slice(0, 3).forEach((byte, at) => view.setUint8(at, byte));
view.setUint8(3, 0);
console.log("accepted:", strings.symbols.set_name(field.pointer));
console.log("name:", view.getCString()); // FFI011
