import { dlopen, PointerView, struct } from "ffi";
using strings = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  calloc: { parameters: ["usize", "usize"], result: "pointer" },
  realloc: { parameters: ["pointer", "usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const { malloc, calloc, realloc, free } = strings.symbols;
const p = calloc(2, 4)!;
const q = realloc(p, 16)!;
new PointerView(q).setInt32(12, 0);
console.log(new PointerView(q).getInt32(4), new PointerView(q).getInt32(12));
free(q);
