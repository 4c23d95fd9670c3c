import { dlopen } from "ffi";
using lib = dlopen("strings", { stored_length: { parameters: [], result: "u32" } });
// prints 0
console.log(lib.symbols.stored_length());
