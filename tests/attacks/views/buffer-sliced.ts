// Open: not known, because the buffer is the engine's own and all of the library's memory.
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
const { buffer, byteOffset } = v;
free(p);
const copy = new Uint8Array(buffer.slice(byteOffset, byteOffset + 8));
console.log(copy[0]);
