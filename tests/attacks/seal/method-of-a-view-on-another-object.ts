// Open: prints "TypeError", prints "TypeError", prints "TypeError", prints "TypeError", prints "TypeError".
// Sealed: prints "TypeError", prints "TypeError", prints "TypeError", prints "TypeError", prints "TypeError".
// A method taken from its class works on its own objects only.
import { dlopen, PointerView, struct, address, FfiFault } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const p = lib.symbols.malloc(8)!;
for (const self of [{}, null, p, Object.create(PointerView.prototype), new Proxy(new PointerView(p), {})]) {
  try {
    PointerView.prototype.setUint8.call(self as any, 100, 1);
    console.log("wrote");
  } catch (error: any) {
    console.log(error.name);
  }
}
lib.symbols.free(p);
