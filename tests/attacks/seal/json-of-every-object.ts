// Open: throws TypeError at line 10.
// Sealed: throws TypeError at line 10.
// What is sent to the host is JSON: a program that writes the JSON itself would send what it likes.
import { dlopen, PointerView, struct, address, FfiFault } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
(Object.prototype as any).toJSON = () => ["p", 1];
lib.symbols.set_name({} as any);
