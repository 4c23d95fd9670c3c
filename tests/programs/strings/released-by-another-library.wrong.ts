import { dlopen } from "ffi";
using lib = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const { malloc, free } = lib.symbols;
using buffers = dlopen("buffers", { free_buffer: { parameters: ["pointer"], result: "void" } });
const p = malloc(8);
try {
  buffers.symbols.free_buffer(p); // FFI017
} catch {
  free(p);
}
