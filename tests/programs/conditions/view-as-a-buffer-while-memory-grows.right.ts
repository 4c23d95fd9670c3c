// run with --grow-memory
import { dlopen, PointerView } from "ffi";
using lib = dlopen("buffers", {
  allocate_buffer: { parameters: ["usize"], result: "pointer" },
  free_buffer: { parameters: ["pointer"], result: "void" },
  modify_array: { parameters: ["buffer", "usize"], result: "void" },
});
// The view is good when the call begins. That the call's own copy makes memory grow is nothing the program did.
// prints 42
const block = lib.symbols.allocate_buffer(8);
if (block === null) throw new Error("no memory");
new PointerView(block).setInt32(0, 21);
new PointerView(block).setInt32(4, 0);
lib.symbols.modify_array(new PointerView(block).getArray("i32", 2), 2);
console.log(new PointerView(block).getInt32());
lib.symbols.free_buffer(block);
