import { dlopen, type Pointer } from "ffi";
using strings = dlopen("strings", {
  store_string: { parameters: ["pointer"], result: "void" },
  stored_length: { parameters: [], result: "usize" },
  calloc: { parameters: ["usize", "usize"], result: "pointer" },
});
const { calloc, store_string, stored_length } = strings.symbols;
const text: Pointer | null = calloc(16, 1); // FFI002
store_string(text);
console.log(stored_length());
