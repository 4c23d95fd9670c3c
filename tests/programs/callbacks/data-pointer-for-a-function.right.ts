import { dlopen } from "ffi";
using lib = dlopen("callbacks", { register_callback: { parameters: ["function", "pointer"], result: "void" } });
console.log(typeof lib.symbols);
