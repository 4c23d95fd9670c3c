// run with --grow-memory
import { dlopen, PointerView } from "ffi";
using lib = dlopen("buffers", {
  allocate_buffer: { parameters: ["usize"], result: "pointer" },
  free_buffer: { parameters: ["pointer"], result: "void" },
  fill_buffer: { parameters: ["pointer", "usize", "u8"], result: "void" },
});
const first = lib.symbols.allocate_buffer(4);
if (first === null) throw new Error("no memory");
lib.symbols.fill_buffer(first, 4, 7);
const bytes = new PointerView(first).getArray("u8", 4);
const second = lib.symbols.allocate_buffer(4);
console.log(bytes[0]); // FFI012
lib.symbols.free_buffer(second);
lib.symbols.free_buffer(first);
