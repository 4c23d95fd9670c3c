import { dlopen, type Pointer } from "ffi";
using strings = dlopen("strings", {
  store_string: { parameters: ["pointer"], result: "void" },
  stored_length: { parameters: [], result: "usize" },
  calloc: { parameters: ["usize", "usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const { calloc, free, store_string, stored_length } = strings.symbols;
const text: Pointer | null = calloc(16, 1);
store_string(text);
console.log(stored_length());
// The library lets go of the text; that does not release it, so the program does.
store_string(null);
free(text);
