// prints 3 true
import { dlopen } from "ffi";
using lib = dlopen("strings", {
  strlen: { parameters: ["pointer"], result: "usize" },
});
const { strlen } = lib.symbols;
using again = dlopen("strings", { set_name: { parameters: ["pointer"], result: "bool" } });
using name = lib.cstring("Ada");
using same = again.cstring("Ada");
console.log(strlen(name.pointer), again.symbols.set_name(same.pointer));
