// Open: prints "TypeError", prints "TypeError".
// Sealed: prints "TypeError", prints "TypeError".
// An object that says its own JSON is a pointer is none.
import { dlopen, PointerView, struct, address, FfiFault } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const p = lib.symbols.malloc(8)!;
try {
  lib.symbols.free({ toJSON: () => ["p", 1], 0: "p", 1: 1 } as any);
} catch (error: any) {
  console.log(error.name);
}
try {
  lib.symbols.free(["p", 1] as any);
} catch (error: any) {
  console.log(error.name);
}
lib.symbols.free(p);
