// The pattern counts on after 255, and a byte does not.
import { dlopen } from "ffi";

using buffers = dlopen("buffers", {
  allocate_buffer: { parameters: ["usize"], result: "pointer" },
  fill_buffer: {
    parameters: ["pointer", "usize", "u8"],
    result: "void",
  },
  free_buffer: { parameters: ["pointer"], result: "void" },
});
const { allocate_buffer, fill_buffer, free_buffer } = buffers.symbols;

const buffer = allocate_buffer(8);
try {
  for (let pattern = 250; pattern < 260; pattern++) {
    fill_buffer(buffer, 8, pattern); // FFI019
    console.log("filled with", pattern);
  }
} finally {
  free_buffer(buffer);
}
