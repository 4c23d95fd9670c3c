import { dlopen, PointerView, struct } from "ffi";
using strings = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  calloc: { parameters: ["usize", "usize"], result: "pointer" },
  realloc: { parameters: ["pointer", "usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const { malloc, calloc, realloc, free } = strings.symbols;
const p = malloc(8)!;
new PointerView(p).setInt32(4, 0);
console.log(new PointerView(p).getInt32(4) === 0);
free(p);
