// The text is put into C memory by hand, without a byte for the NUL.
import { dlopen, PointerView } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
});

const bytes = new TextEncoder().encode("Ada");
using name = strings.alloc(bytes.length);
const view = new PointerView(name.pointer);
bytes.forEach((byte, index) => view.setUint8(index, byte));
const accepted = strings.symbols.set_name(name.pointer); // FFI010 in copy_of
console.log("accepted:", accepted);
