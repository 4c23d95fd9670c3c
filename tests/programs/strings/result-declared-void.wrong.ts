import { dlopen } from "ffi";
using lib = dlopen("strings", { set_name: { parameters: ["pointer"], result: "void" } }); // FFI014
