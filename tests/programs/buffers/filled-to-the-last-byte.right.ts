// prints AAA
import { dlopen, PointerView } from "ffi";
using lib = dlopen("buffers", {
  allocate_buffer: { parameters: ["usize"], result: "pointer" },
  free_buffer: { parameters: ["pointer"], result: "void" },
  fill_buffer: { parameters: ["pointer", "usize", "u8"], result: "void" },
});
const { allocate_buffer, free_buffer, fill_buffer } = lib.symbols;
const buffer = allocate_buffer(4)!;
fill_buffer(buffer, 4, 65);
new PointerView(buffer).setUint8(3, 0);
console.log(new PointerView(buffer).getCString());
free_buffer(buffer);
