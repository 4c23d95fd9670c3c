import { dlopen, PointerView, taken } from "ffi";
using lib = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  realloc: { parameters: [taken("pointer"), "usize"], result: "pointer" },
  free: { parameters: [taken("pointer")], result: "void" },
});
const { malloc, realloc, free } = lib.symbols;
// A realloc that finds no memory leaves the old block as it was: still there, and still to be released.
// prints 65
const small = malloc(8)!;
new PointerView(small).setUint8(0, 65);
const large = realloc(small, 0x7fffffff);
if (large === null) console.log(new PointerView(small).getUint8());
free(large ?? small);
