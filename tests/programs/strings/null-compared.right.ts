// prints 0
import { dlopen } from "ffi";
using lib = dlopen("strings", {
  strcmp: { parameters: ["pointer", "pointer"], result: "i32" },
});
const { strcmp } = lib.symbols;
using name = lib.cstring("Ada");
using other = lib.cstring("Ada");
console.log(strcmp(name.pointer, other.pointer));
