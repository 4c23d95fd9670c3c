// Open: FFI004 at line 15.
// Sealed: throws TypeError at line 13.
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
const data = new DataView(v.buffer, v.byteOffset, 8);
free(p);
const x = data.getUint8(0);
console.log(x);
