import { dlopen, offset } from "ffi";
using lib = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const { malloc, free } = lib.symbols;
const p = malloc(16)!;
free(offset(p, -4)); // FFI006
