import { dlopen, PointerView, struct } from "ffi";
using strings = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  calloc: { parameters: ["usize", "usize"], result: "pointer" },
  realloc: { parameters: ["pointer", "usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const { malloc, calloc, realloc, free } = strings.symbols;
// prints 0 7 255 { flag: true, total: 0.5 }
const p = calloc(2, 4)!;
using q = strings.alloc(16);
const view = new PointerView(q.pointer);
const Mixed = struct({ flag: "bool", total: "f64" });
view.setStruct(Mixed, 0, { flag: true, total: 0.5 });
const whole = view.getStruct(Mixed);
view.getArray("u8", 16).fill(255);
view.setInt32(4, 7);
console.log(new PointerView(p).getInt32(4), view.getInt32(4), view.getUint8(15), whole);
free(p);
