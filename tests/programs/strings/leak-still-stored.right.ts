import { dlopen, type Pointer } from "ffi";
using strings = dlopen("strings", {
  get_version: { parameters: [], result: "pointer" },
  store_string: { parameters: ["pointer"], result: "void" },
  stored_length: { parameters: [], result: "usize" },
  calloc: { parameters: ["usize", "usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const { calloc, free, get_version, store_string, stored_length } = strings.symbols;
const text: Pointer | null = calloc(16, 1);
store_string(text);
console.log(stored_length());
store_string(get_version());
free(text);
