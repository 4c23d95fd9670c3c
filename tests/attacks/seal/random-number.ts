// Open: not known, because the machine's own numbers are random.
// Sealed: prints "0.6249744856445503".
// What is judged has the same random numbers every time.
import { dlopen, PointerView, struct, address, FfiFault } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
console.log(Math.random());
