import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {});
using text = lib.cstring("€uro");
console.log(new PointerView(text.pointer).getCString(1)); // FFI011
