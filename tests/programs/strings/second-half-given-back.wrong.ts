import { dlopen, offset } from "ffi";
using lib = dlopen("strings", {
  realloc: { parameters: ["pointer", "usize"], result: "pointer" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const { realloc, malloc } = lib.symbols;
const p = malloc(16)!;
realloc(offset(p, 8), 32); // FFI006
