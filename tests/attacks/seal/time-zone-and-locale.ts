// Open: not known, because the engine is the machine's own.
// Sealed: prints "0 undefined undefined undefined 1767225600000".
// Nothing tells the program where it runs.
import { dlopen, PointerView, struct, address, FfiFault } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
console.log(
  new Date(0).getHours(),
  typeof Intl,
  typeof (globalThis as any).navigator,
  typeof (globalThis as any).location,
  new Date(2026, 0, 1).getTime(),
);
