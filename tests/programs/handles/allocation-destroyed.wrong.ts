// Whatever stood in the memory before is taken for the handle's own pointers.
import { dlopen } from "ffi";
using lib = dlopen("handles", { destroy_handle: { parameters: ["pointer"], result: "void" } });
const memory = lib.alloc(64);
try {
  lib.symbols.destroy_handle(memory.pointer); // FFI007 in destroy_handle
} catch (error) {
  console.log((error as Error).message);
}
