// The text fills its field to the last byte, and leaves none for the NUL.
import { dlopen, PointerView } from "ffi";

using strings = dlopen("strings", {
  memcpy: {
    parameters: ["pointer", "pointer", "usize"],
    result: "pointer",
  },
});

using name = strings.cstring("Lovelace");
using field = strings.alloc(4);
strings.symbols.memcpy(field.pointer, name.pointer, 4);
const text = new PointerView(field.pointer).getCString(); // FFI010
console.log("field:", text);
