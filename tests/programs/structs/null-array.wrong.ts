import { dlopen, PointerView } from "ffi";
using lib = dlopen("structs", {});
new PointerView(null as never); // FFI001
