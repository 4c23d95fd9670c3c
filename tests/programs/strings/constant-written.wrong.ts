import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  get_version: { parameters: [], result: "pointer" },
});
const version = new PointerView(lib.symbols.get_version()!);
console.log(version.getCString());
version.setUint8(0, "2".charCodeAt(0)); // FFI005
console.log(version.getCString());
