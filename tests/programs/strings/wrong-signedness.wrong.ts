import { dlopen } from "ffi";
using lib = dlopen("strings", { stored_length: { parameters: [], result: "i32" } }); // FFI014
