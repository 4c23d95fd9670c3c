import { dlopen } from "ffi";
using strings = dlopen("strings", { malloc: { parameters: ["f64"], result: "pointer" } }); // FFI014
