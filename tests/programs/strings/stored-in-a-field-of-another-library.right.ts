// prints Ada
import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const { malloc, free } = lib.symbols;
using text = lib.cstring("Ada");
const p = malloc(4)!;
new PointerView(p).setPointer(0, text.pointer);
console.log(new PointerView(new PointerView(p).getPointer()!).getCString());
free(p);
