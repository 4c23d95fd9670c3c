// Open: throws Error at line 10.
// Sealed: throws Error at line 10.
// A rejection that finds its handler only after a timer has found none.
import { dlopen, PointerView, struct, address, FfiFault } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const lost = Promise.reject(new Error("lost"));
setTimeout(() => lost.catch(() => {}), 5);
