import { dlopen } from "ffi";
using lib = dlopen("buffers", {
  free_buffer: { parameters: ["pointer"], result: "void" },
});
const { free_buffer } = lib.symbols;
const memory = lib.alloc(8);
free_buffer(memory.pointer); // FFI007 in free_buffer
