// Open: prints "0 string true".
// Sealed: prints "0 string true".
// What carried the runtime and the host inside is there no more, under no name.
import { dlopen, PointerView, struct, address, FfiFault } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const left = ["__ffi", "__host", "__seal"].filter((name) => name in globalThis);
console.log(left.length, typeof (0, eval)("typeof require + typeof process"), Function("return this")() === globalThis);
