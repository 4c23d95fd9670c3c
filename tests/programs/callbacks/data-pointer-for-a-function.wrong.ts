import { dlopen } from "ffi";
using lib = dlopen("callbacks", { register_callback: { parameters: ["pointer", "pointer"], result: "void" } }); // FFI014
