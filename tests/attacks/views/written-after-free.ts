// Open: FFI004 at line 12, prints "it holds 7 7 7 7".
// Sealed: FFI004 at line 12, throws ReferenceError at line 15.
import { dlopen, PointerView } from "ffi";
using lib = dlopen("basics", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const p: any = lib.symbols.malloc(4);
const v = new PointerView(p).getArray("u8", 4);
v.fill(7);
lib.symbols.free(p);
v[0] = 1;
v.fill(2);
v.sort();
Atomics.store(v, 1, 3);
console.log("it holds", ...v);
