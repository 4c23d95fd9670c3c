// Open: FFI004 at line 16.
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
const it = v[Symbol.iterator]();
free(p);
console.log(1);
const first = it.next();
console.log(first.value);
