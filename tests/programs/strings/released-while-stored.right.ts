// The library still has the address of a text that is gone, and never looks at it again: nothing leaks.
// prints 3
import { dlopen } from "ffi";
using strings = dlopen("strings", {
  store_string: { parameters: ["pointer"], result: "void" },
  stored_length: { parameters: [], result: "usize" },
});
const { store_string, stored_length } = strings.symbols;
using text = strings.cstring("Ada");
store_string(text.pointer);
console.log(stored_length());
