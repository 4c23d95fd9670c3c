// Open: prints "7 false true".
// Sealed: prints "7 false true".
// Names that are no index of an array lead to nothing.
import { dlopen, PointerView, struct, address, FfiFault } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const p = lib.symbols.malloc(4)!;
const v: any = new PointerView(p).getArray("u8", 4);
v.fill(7);
for (const key of ["-0", "-1", "1.5", "1e0", "4", "4294967296", "NaN", "Infinity", " 1", "01"])
  if (v[key] !== undefined) console.log(key, v[key]);
console.log(v["1"], "5" in v, "3" in v);
lib.symbols.free(p);
