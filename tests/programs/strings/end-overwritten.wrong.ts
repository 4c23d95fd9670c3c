import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  strlen: { parameters: ["pointer"], result: "usize" },
});
const { strlen } = lib.symbols;
using name = lib.cstring("Ada");
new PointerView(name.pointer).setUint8(3, 33);
console.log(strlen(name.pointer)); // FFI010
