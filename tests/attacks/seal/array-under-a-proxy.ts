// Open: prints "number", FFI004 at line 11.
// Sealed: prints "number", FFI004 at line 11.
// A proxy of the program's own around an array hides no access.
import { dlopen, PointerView, struct, address, FfiFault } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const p = lib.symbols.malloc(4)!;
const v: any = new Proxy(new PointerView(p).getArray("u8", 4).fill(7), { get: (array: any, key) => array[key] });
lib.symbols.free(p);
console.log(typeof v[0]);
