import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {});
using memory = lib.alloc(16);
new PointerView(memory.pointer).setFloat64(0, 1);
console.log(Number.isNaN(new PointerView(memory.pointer).getFloat64(8))); // FFI016
