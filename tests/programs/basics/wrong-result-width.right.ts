import { dlopen } from "ffi";
using lib = dlopen("basics", { compute_hash: { parameters: ["pointer", "usize"], result: "u64" } });
// prints bigint
console.log(typeof lib.symbols.compute_hash(null, 0));
