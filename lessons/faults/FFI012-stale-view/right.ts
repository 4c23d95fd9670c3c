// After the call that may move the data, the view is made anew.
import { dlopen, PointerView } from "ffi";

using strings = dlopen("strings", {
  calloc: { parameters: ["usize", "usize"], result: "pointer" },
  realloc: { parameters: ["pointer", "usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});

const small = strings.symbols.calloc(4, 1);
if (small !== null) {
  let bytes = new PointerView(small).getArray("u8", 4);
  bytes.set([1, 2, 3, 4]);
  const large = strings.symbols.realloc(small, 400);
  if (large !== null) {
    bytes = new PointerView(large).getArray("u8", 400);
    bytes[0] = 10;
    console.log("first:", new PointerView(large).getUint8());
  }
  strings.symbols.free(large ?? small);
}
