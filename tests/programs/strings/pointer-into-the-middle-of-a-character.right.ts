// prints uro
import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {});
using text = lib.cstring("€uro");
console.log(new PointerView(text.pointer).getCString(new TextEncoder().encode("€").length));
