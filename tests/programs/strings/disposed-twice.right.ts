import { borrowed, dlopen, offset, owned, PointerView, taken } from "ffi";
using strings = dlopen("strings", {
  get_version: { parameters: [], result: "pointer" },
  set_name: { parameters: ["pointer"], result: "bool" },
  get_error_message: { parameters: [], result: "pointer" },
  free_string: { parameters: ["pointer"], result: "void" },
  store_string: { parameters: ["pointer"], result: "void" },
  stored_length: { parameters: [], result: "usize" },
  malloc: { parameters: ["usize"], result: "pointer" },
  realloc: { parameters: ["pointer", "usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
  strlen: { parameters: ["pointer"], result: "usize" },
  memset: { parameters: ["pointer", "i32", "usize"], result: "pointer" },
  memcpy: { parameters: ["pointer", "pointer", "usize"], result: "pointer" },
});
const s = strings.symbols;
const name = strings.cstring("Ada");
name[Symbol.dispose]();
console.log("done");
