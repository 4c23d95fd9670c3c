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
const values: number[] = [];
for (let node = head; node !== null;) {
  const view = new PointerView(node);
  values.push(view.getInt32());
  const next = view.getPointer(4);
  lib.symbols.free(node);
  node = next;
}
// prints 3 2 1 0
console.log(values.join(" "));
