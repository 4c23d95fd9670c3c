// Open: prints "TypeError", prints "TypeError", prints "TypeError", prints "TypeError".
// Sealed: prints "TypeError", prints "TypeError", prints "TypeError", prints "TypeError".
// A type that only looks like one of struct could have any layout.
import { dlopen, PointerView, struct, address, FfiFault } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const p = lib.symbols.malloc(8)!;
const T = struct({ a: "u32", b: "u32" });
for (const forged of [
  { ...T, byteLength: 4 },
  Object.create(T),
  new Proxy(T, {}),
  { kind: "struct", byteLength: 64, alignment: 1, fields: [] },
]) {
  try {
    new PointerView(p).setStruct(forged as any, 0, { a: 1, b: 2 } as any);
    console.log("wrote");
  } catch (error: any) {
    console.log(error.name);
  }
}
lib.symbols.free(p);
