// prints 72340172838076673n 16843009
import { dlopen, PointerView } from "ffi";
using lib = dlopen("buffers", {
  allocate_buffer: { parameters: ["usize"], result: "pointer" },
  free_buffer: { parameters: ["pointer"], result: "void" },
  fill_buffer: { parameters: ["pointer", "usize", "u8"], result: "void" },
});
const { allocate_buffer, free_buffer, fill_buffer } = lib.symbols;
const buffer = allocate_buffer(16)!;
fill_buffer(buffer, 16, 1);
console.log(new PointerView(buffer).getBigUint64(0), new PointerView(buffer).getUint32(12));
free_buffer(buffer);
