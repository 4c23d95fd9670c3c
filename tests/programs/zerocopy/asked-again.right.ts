import { dlopen, PointerView } from "ffi";
using lib = dlopen("zerocopy", {
  create_buffer: { parameters: ["usize"], result: "pointer" },
  destroy_buffer: { parameters: ["pointer"], result: "void" },
  get_buffer_data: { parameters: ["pointer"], result: "pointer" },
  get_buffer_size: { parameters: ["pointer"], result: "usize" },
  process_buffer: { parameters: ["pointer"], result: "i32" },
  grow_buffer: { parameters: ["pointer", "usize"], result: "bool" },
  free: { parameters: ["pointer"], result: "void" },
});
const { create_buffer, destroy_buffer, get_buffer_data, get_buffer_size, process_buffer, grow_buffer, free } =
  lib.symbols;
// prints 0 252 254
const buffer = create_buffer(2)!;
new PointerView(get_buffer_data(buffer)!).getArray("u8", 2).set([1, 2]);
grow_buffer(buffer, 2);
const view = new PointerView(get_buffer_data(buffer)!).getArray("u8", get_buffer_size(buffer));
view[0] = 3;
view[1] = 1;
console.log(process_buffer(buffer), ...view);
destroy_buffer(buffer);
