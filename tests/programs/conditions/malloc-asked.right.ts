// run with --fail-malloc 1
import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
// prints no memory
// prints written
for (let turn = 0; turn < 2; turn++) {
  const block = lib.symbols.malloc(16);
  if (block === null) {
    console.log("no memory");
    continue;
  }
  new PointerView(block).setInt32(0, 1);
  lib.symbols.free(block);
  console.log("written");
}
