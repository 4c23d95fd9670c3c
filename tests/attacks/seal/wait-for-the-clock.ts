// Open: not known, because the clock is the machine's.
// Sealed: prints "2026-01-01T00:00:00.000Z".
// A program that would wait for the clock finds one that is its own.
import { dlopen, PointerView, struct, address, FfiFault } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const begin = Date.now();
while (Date.now() - begin < 30);
console.log(new Date(begin).toISOString());
