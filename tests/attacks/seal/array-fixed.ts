// Open: prints "TypeError", prints "TypeError", prints "TypeError", prints "TypeError".
// Sealed: prints "TypeError", prints "TypeError", prints "TypeError", prints "TypeError".
// An array over C's memory cannot be frozen into what it says.
import { dlopen, PointerView, struct, address, FfiFault } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const p = lib.symbols.malloc(4)!;
const v: any = new PointerView(p).getArray("u8", 4);
for (const act of [
  () => Object.freeze(v),
  () => Object.setPrototypeOf(v, null),
  () => Object.defineProperty(v, 0, { get: () => 1 }),
  () => delete v[0],
]) {
  try {
    act();
    console.log("done");
  } catch (error: any) {
    console.log(error.name);
  }
}
lib.symbols.free(p);
