// The buffer is read as if it had been filled with zeros.
import { dlopen, PointerView } from "ffi";

using buffers = dlopen("buffers", {
  allocate_buffer: { parameters: ["usize"], result: "pointer" },
  free_buffer: { parameters: ["pointer"], result: "void" },
});
const { allocate_buffer, free_buffer } = buffers.symbols;

const header = allocate_buffer(8);
if (header !== null) {
  const view = new PointerView(header);
  view.setUint32(4, 1024);
  const version = view.getUint32(0); // FFI016
  console.log("version:", version, "size:", view.getUint32(4));
  free_buffer(header);
}
