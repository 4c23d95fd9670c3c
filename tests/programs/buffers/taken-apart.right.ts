// Taking a view apart reads it.
import { dlopen, PointerView } from "ffi";
using buffers = dlopen("buffers", {
  allocate_buffer: { parameters: ["usize"], result: "pointer" },
  free_buffer: { parameters: ["pointer"], result: "void" },
  fill_buffer: { parameters: ["pointer", "usize", "u8"], result: "void" },
});
const { allocate_buffer, free_buffer, fill_buffer } = buffers.symbols;
const buffer = allocate_buffer(4)!;
fill_buffer(buffer, 4, 7);
const view = new PointerView(buffer).getArray("u8", 4);
const [first] = view;
console.log(first);
free_buffer(buffer);
