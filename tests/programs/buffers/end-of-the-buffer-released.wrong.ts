import { dlopen, offset } from "ffi";
using lib = dlopen("buffers", {
  allocate_buffer: { parameters: ["usize"], result: "pointer" },
  free_buffer: { parameters: ["pointer"], result: "void" },
});
const { allocate_buffer, free_buffer } = lib.symbols;
let at = allocate_buffer(4)!;
for (let i = 0; i < 4; i++) at = offset(at, 1);
free_buffer(at); // FFI006 in free_buffer
