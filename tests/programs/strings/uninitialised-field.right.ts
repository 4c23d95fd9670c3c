import { dlopen, PointerView, struct } from "ffi";
using strings = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  calloc: { parameters: ["usize", "usize"], result: "pointer" },
  realloc: { parameters: ["pointer", "usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const { malloc, calloc, realloc, free } = strings.symbols;
using p = strings.alloc(16);
const Pair = struct({ count: "i32", total: "f64" });
const view = new PointerView(p.pointer);
view.setInt32(0, 1);
view.setFloat64(8, 0);
console.log(view.getStruct(Pair).count);
