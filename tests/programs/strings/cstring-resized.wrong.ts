import { dlopen } from "ffi";
using lib = dlopen("strings", {
  realloc: { parameters: ["pointer", "usize"], result: "pointer" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
  memcpy: { parameters: ["pointer", "pointer", "usize"], result: "pointer" },
});
const { realloc } = lib.symbols;
const name = lib.cstring("Ada");
const longer = realloc(name.pointer, 16); // FFI007
lib.symbols.free(longer);
