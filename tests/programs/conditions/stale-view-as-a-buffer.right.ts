// run with --grow-memory
import { dlopen, PointerView } from "ffi";
using lib = dlopen("buffers", {
  allocate_buffer: { parameters: ["usize"], result: "pointer" },
  free_buffer: { parameters: ["pointer"], result: "void" },
  sum_array: { parameters: ["buffer", "usize"], result: "f32" },
});
using numbers = lib.alloc(8);
let view = new PointerView(numbers.pointer).getArray("f32", 2);
view.fill(1);
lib.symbols.free_buffer(lib.symbols.allocate_buffer(1));
view = new PointerView(numbers.pointer).getArray("f32", 2);
console.log(lib.symbols.sum_array(view, 0));
