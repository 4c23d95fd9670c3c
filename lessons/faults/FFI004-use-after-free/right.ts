// The text belongs to the scope that uses it.
import { dlopen, type CString } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
});

function toC(text: string): CString {
  return strings.cstring(text);
}

using name = toC("Ada");
const accepted = strings.symbols.set_name(name.pointer);
console.log("accepted:", accepted);
