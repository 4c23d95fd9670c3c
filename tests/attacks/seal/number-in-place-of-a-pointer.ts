// Open: prints "the end".
// Sealed: prints "the end".
// A handle is a number inside; a number is no handle.
import { dlopen, PointerView, struct, address, FfiFault } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const p = lib.symbols.malloc(8)!;
for (const forged of [1, 2, 3, 4, 5, "3", 3n, true, [3], new Number(3)]) {
  try {
    lib.symbols.free(forged as any);
    console.log("freed", typeof forged);
  } catch (error: any) {
    if (error.name !== "TypeError") console.log(error.name);
  }
}
lib.symbols.free(p);
console.log("the end");
