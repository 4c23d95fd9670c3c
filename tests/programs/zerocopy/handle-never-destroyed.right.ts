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
const buffer = create_buffer(4)!;
console.log(get_buffer_size(buffer));
destroy_buffer(buffer);
