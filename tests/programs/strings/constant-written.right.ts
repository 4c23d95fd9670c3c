import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  get_version: { parameters: [], result: "pointer" },
});
using copy = lib.cstring(new PointerView(lib.symbols.get_version()!).getCString());
const version = new PointerView(copy.pointer);
version.setUint8(0, "2".charCodeAt(0));
console.log(version.getCString());
// prints 2.2.0
