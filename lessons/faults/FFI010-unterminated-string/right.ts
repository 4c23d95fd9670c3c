// The last byte of the field is the NUL's.
import { dlopen, PointerView } from "ffi";

using strings = dlopen("strings", {
  memcpy: {
    parameters: ["pointer", "pointer", "usize"],
    result: "pointer",
  },
});

using name = strings.cstring("Lovelace");
using field = strings.alloc(4);
const view = new PointerView(field.pointer);
strings.symbols.memcpy(field.pointer, name.pointer, 3);
view.setUint8(3, 0);
console.log("field:", view.getCString());
