import { dlopen, PointerView } from "ffi";
using lib = dlopen("zerocopy", {
  create_buffer: { parameters: ["usize"], result: "pointer" },
  destroy_buffer: { parameters: ["pointer"], result: "void" },
  get_buffer_data: { parameters: ["pointer"], result: "pointer" },
  grow_buffer: { parameters: ["pointer", "usize"], result: "bool" },
});
const { create_buffer, destroy_buffer, get_buffer_data, grow_buffer } = lib.symbols;
const buffer = create_buffer(16)!;
const { buffer: memory, byteOffset } = new PointerView(get_buffer_data(buffer)!).getArray("u8", 16);
const halves = new Uint16Array(memory, byteOffset, 8);
halves[0] = 513;
grow_buffer(buffer, 4096);
halves[1] = 513; // FFI012
destroy_buffer(buffer);
