// Open: not known, because an element read through another object is none of a view in its own engine.
// Sealed: prints "number", FFI004 at line 14.
// An array that is another object's prototype is looked at all the same.
import { dlopen, PointerView, struct, address, FfiFault } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const p = lib.symbols.malloc(4)!;
const v: any = new PointerView(p).getArray("u8", 4).fill(7);
const child: any = Object.create(v);
lib.symbols.free(p);
const first = child[0];
console.log(typeof first);
