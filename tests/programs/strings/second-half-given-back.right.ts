// prints 7
import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  realloc: { parameters: ["pointer", "usize"], result: "pointer" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const { realloc, malloc, free } = lib.symbols;
const p = malloc(16)!;
new PointerView(p).setInt32(8, 7);
const q = realloc(p, 32)!;
console.log(new PointerView(q).getInt32(8));
free(q);
