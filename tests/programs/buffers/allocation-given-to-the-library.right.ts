import { dlopen } from "ffi";
using lib = dlopen("buffers", {
  free_buffer: { parameters: ["pointer"], result: "void" },
});
const { free_buffer } = lib.symbols;
using memory = lib.alloc(8);
free_buffer(null);
if (memory.byteLength !== 8) throw new Error("not the size");
