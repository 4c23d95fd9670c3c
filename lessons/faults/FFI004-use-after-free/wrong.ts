// The pointer leaves the function; the text that it points at does not.
import { dlopen, type Pointer } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
});

function toC(text: string): Pointer {
  using copy = strings.cstring(text);
  return copy.pointer;
}

const name = toC("Ada");
const accepted = strings.symbols.set_name(name); // FFI004 in set_name
console.log("accepted:", accepted);
