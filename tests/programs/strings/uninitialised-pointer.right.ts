// prints true
import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const { malloc, free } = lib.symbols;
const p = malloc(8)!;
new PointerView(p).setPointer(4, null);
console.log(new PointerView(p).getPointer(4) === null);
free(p);
