// prints 7
import { dlopen, PointerView } from "ffi";
using lib = dlopen("zerocopy", {
  create_buffer: { parameters: ["usize"], result: "pointer" },
  destroy_buffer: { parameters: ["pointer"], result: "void" },
  get_buffer_data: { parameters: ["pointer"], result: "pointer" },
  grow_buffer: { parameters: ["pointer", "usize"], result: "bool" },
});
const { create_buffer, destroy_buffer, get_buffer_data, grow_buffer } = lib.symbols;
const buffer = create_buffer(16)!;
grow_buffer(buffer, 4096);
const part = new PointerView(get_buffer_data(buffer)!).getArray("u8", 16).subarray(4, 8);
part.fill(7);
console.log(part[0]);
destroy_buffer(buffer);
