// Open: FFI004 at line 14.
// Sealed: FFI004 at line 16.
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
free(p);
const first = ({ 0: a }: any) => a;
console.log(1);
console.log(first(v));
