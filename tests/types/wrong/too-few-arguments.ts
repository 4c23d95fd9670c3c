// says Expected 2 arguments, but got 1.
import { dlopen } from "ffi";
using structs = dlopen("basics", { compute_hash: { parameters: ["buffer", "usize"], result: "u64" } });
console.log(structs.symbols.compute_hash(Uint8Array.of(1, 2))); // here
