// Open: FFI012 at line 15.
// Sealed: FFI012 at line 15.
import { dlopen, PointerView } from "ffi";
using lib = dlopen("basics", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
  strlen: { parameters: ["pointer"], result: "usize" },
});
const { malloc, free } = lib.symbols;
const p: any = malloc(8);
const v = new PointerView(p).getArray("u8", 8);
v.fill(7);
const large = malloc(40_000_000);
console.log(1);
const n = v.length;
console.log(n);
free(large);
free(p);
