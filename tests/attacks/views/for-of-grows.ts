// Open: FFI012 at line 16.
// Sealed: FFI012 at line 16.
import { dlopen, PointerView } from "ffi";
using lib = dlopen("basics", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
  strlen: { parameters: ["pointer"], result: "usize" },
});
const { malloc, free } = lib.symbols;
const p: any = malloc(8);
const v = new PointerView(p).getArray("u8", 8);
v.fill(7);
let done = false;
let large: any = null;
try {
  for (const x of v) {
    if (x === 7) large ??= malloc(40_000_000);
  }
} catch {}
free(large);
free(p);
