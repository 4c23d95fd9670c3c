import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  memcpy: { parameters: ["pointer", "pointer", "usize"], result: "pointer" },
});
const { memcpy } = lib.symbols;
using euro = lib.cstring("5 €");
using short = lib.alloc(5);
memcpy(short.pointer, euro.pointer, 4);
new PointerView(short.pointer).setUint8(4, 0);
console.log(new PointerView(short.pointer).getCString()); // FFI011
