// Open: prints "sorted", FFI004 at line 14.
// Sealed: prints "sorted", FFI004 at line 14.
// A comparison that frees at its last call: the sorted elements are not written.
import { dlopen, PointerView, struct, address, FfiFault } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const p = lib.symbols.malloc(4)!;
const v = new PointerView(p).getArray("u8", 4);
v.set([4, 3, 2, 1]);
let calls = 0;
v.sort((one, other) => {
  calls += 1;
  if (calls === 3) lib.symbols.free(p);
  return one - other;
});
console.log("sorted");
