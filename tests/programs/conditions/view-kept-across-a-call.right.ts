// run with --grow-at-calls
import { dlopen, PointerView } from "ffi";
using lib = dlopen("buffers", { fill_buffer: { parameters: ["pointer", "usize", "u8"], result: "void" } });
// prints 7
using memory = lib.alloc(4);
lib.symbols.fill_buffer(memory.pointer, 4, 7);
const bytes = new PointerView(memory.pointer).getArray("u8", 4);
console.log(bytes[0]);
