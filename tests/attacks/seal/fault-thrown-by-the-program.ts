// Open: throws FfiFault at line 10.
// Sealed: throws FfiFault at line 10.
// A fault of the program's own making is its exception, and no fault.
import { dlopen, PointerView, struct, address, FfiFault } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
throw new FfiFault("FFI002" as never, "a leak of nothing");
