// Open: not known, because the stack has the runtime's files in it.
// Sealed: prints "true true false undefined".
// An error of the runtime leads to the classes of the program's own realm only.
import { dlopen, PointerView, struct, address, FfiFault } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
try {
  lib.symbols.set_name(5 as any);
} catch (error: any) {
  const make = error.constructor.constructor;
  console.log(
    error instanceof TypeError,
    make === Function,
    String(error.stack).includes("file:"),
    make("return typeof process")(),
  );
}
