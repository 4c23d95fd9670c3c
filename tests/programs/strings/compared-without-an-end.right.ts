// prints -1
import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  strcmp: { parameters: ["pointer", "pointer"], result: "i32" },
  memcpy: { parameters: ["pointer", "pointer", "usize"], result: "pointer" },
});
const { strcmp, memcpy } = lib.symbols;
using name = lib.cstring("Ada");
using part = lib.alloc(4);
memcpy(part.pointer, name.pointer, 3);
new PointerView(part.pointer).setUint8(2, 98);
new PointerView(part.pointer).setUint8(3, 0);
console.log(Math.sign(strcmp(name.pointer, part.pointer)));
