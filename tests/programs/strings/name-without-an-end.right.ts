// prints true
import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
});
const { set_name } = lib.symbols;
using name = lib.alloc(4);
new PointerView(name.pointer).getArray("u8", 4).set([65, 100, 97, 0]);
console.log(set_name(name.pointer));
