// Open: FFI004 at line 11.
// Sealed: FFI004 at line 11.
// A field's getter releases the block after it was looked at: the freed block is never written.
import { dlopen, PointerView, struct } from "ffi";
const lib = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const p = lib.symbols.malloc(8);
const T = struct({ a: "u32", b: "u32" });
new PointerView(p).setStruct(T, 0, {
  a: 1,
  get b() {
    lib.symbols.free(p);
    return 0x41414141;
  },
});
