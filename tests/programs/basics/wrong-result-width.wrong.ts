import { dlopen } from "ffi";
using lib = dlopen("basics", { compute_hash: { parameters: ["pointer", "usize"], result: "u32" } }); // FFI014
