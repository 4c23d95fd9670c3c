// Open: FFI004 at line 17.
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
class Bytes extends Uint8Array {}
const mine = new Bytes(buffer, byteOffset, 8);
const text = mine.join();
console.log(text);
