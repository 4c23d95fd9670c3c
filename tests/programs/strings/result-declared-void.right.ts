import { dlopen } from "ffi";
using lib = dlopen("strings", { set_name: { parameters: ["pointer"], result: "bool" } });
// prints false
console.log(lib.symbols.set_name(null));
