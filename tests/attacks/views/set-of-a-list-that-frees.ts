// Open: FFI004 at line 14.
// Sealed: FFI004 at line 14.
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
v.set({
  length: 2,
  0: 1,
  get 1() {
    free(p);
    return 2;
  },
} as never);
