// The function releases the buffer, and returns a view of it.
import { dlopen, PointerView } from "ffi";

using buffers = dlopen("buffers", {
  allocate_buffer: { parameters: ["usize"], result: "pointer" },
  fill_buffer: {
    parameters: ["pointer", "usize", "u8"],
    result: "void",
  },
  free_buffer: { parameters: ["pointer"], result: "void" },
});
const { allocate_buffer, fill_buffer, free_buffer } = buffers.symbols;

function pattern(length: number): Uint8Array {
  const buffer = allocate_buffer(length);
  if (buffer === null) return new Uint8Array(0);
  try {
    fill_buffer(buffer, length, 7);
    return new PointerView(buffer).getArray("u8", length);
  } finally {
    free_buffer(buffer);
  }
}

const bytes = pattern(8);
console.log("pattern:", bytes.join(" ")); // FFI004
