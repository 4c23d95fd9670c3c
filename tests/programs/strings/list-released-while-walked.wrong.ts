// Each node is released before it is asked for the next one: one line, one mistake, however many nodes there are.
import { dlopen, PointerView, type Pointer } from "ffi";
using lib = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
let head: Pointer | null = null;
for (let value = 0; value < 4; value++) {
  const node: Pointer = lib.symbols.malloc(8)!;
  new PointerView(node).setInt32(0, value);
  new PointerView(node).setPointer(4, head);
  head = node;
}
for (let node = head; node !== null;) {
  lib.symbols.free(node);
  node = new PointerView(node).getPointer(4); // FFI004
}
