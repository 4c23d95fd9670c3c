// The buffer is one of bytes, and the program takes it for malloc's.
import { dlopen } from "ffi";

using buffers = dlopen("buffers", {
  allocate_buffer: { parameters: ["usize"], result: "pointer" },
  fill_buffer: {
    parameters: ["pointer", "usize", "u8"],
    result: "void",
  },
  free: { parameters: ["pointer"], result: "void" },
});
const { allocate_buffer, fill_buffer, free } = buffers.symbols;

const buffer = allocate_buffer(8);
fill_buffer(buffer, 8, 0);
free(buffer); // FFI007
