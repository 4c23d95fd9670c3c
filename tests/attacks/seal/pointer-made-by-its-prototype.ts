// Open: prints "TypeError", prints "TypeError", prints "TypeError", prints "TypeError".
// Sealed: prints "TypeError", prints "TypeError", prints "TypeError", prints "TypeError".
// An object that inherits from a pointer is no pointer.
import { dlopen, PointerView, struct, address, FfiFault } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const p = lib.symbols.malloc(8)!;
const forged = Object.create(Object.getPrototypeOf(p));
for (const each of [forged, Object.create(p), new Proxy(p as object, {}), structuredCloned(p)]) {
  try {
    lib.symbols.free(each as any);
    console.log("freed");
  } catch (error: any) {
    console.log(error.name);
  }
}
lib.symbols.free(p);
function structuredCloned(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    return {};
  }
}
