// run with --fail-malloc 1
import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const block = lib.symbols.malloc(16);
if (block) new PointerView(block).setInt32(0, 1);
lib.symbols.free(block);
