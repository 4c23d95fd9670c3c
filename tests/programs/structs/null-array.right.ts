// prints 16
import { dlopen, PointerView } from "ffi";
using lib = dlopen("structs", {});
using memory = lib.alloc(16);
new PointerView(memory.pointer);
console.log(memory.byteLength);
