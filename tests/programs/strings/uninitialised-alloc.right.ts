// prints 0
import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {});
using memory = lib.alloc(16);
new PointerView(memory.pointer).setFloat64(0, 1);
new PointerView(memory.pointer).getArray("f64", 1, 8).fill(0);
console.log(new PointerView(memory.pointer).getFloat64(8));
