// prints 5 €
import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  memcpy: { parameters: ["pointer", "pointer", "usize"], result: "pointer" },
});
const { memcpy } = lib.symbols;
using euro = lib.cstring("5 €");
using short = lib.alloc(6);
memcpy(short.pointer, euro.pointer, 5);
new PointerView(short.pointer).setUint8(5, 0);
console.log(new PointerView(short.pointer).getCString());
