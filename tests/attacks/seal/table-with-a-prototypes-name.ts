// Open: prints "SymbolError", prints "SymbolError", prints "SymbolError".
// Sealed: prints "SymbolError", prints "SymbolError", prints "SymbolError".
// A table that names what every object has.
import { dlopen, PointerView, struct, address, FfiFault } from "ffi";
using lib = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
for (const text of [
  '{"__proto__": {"parameters": [], "result": "void"}}',
  '{"constructor": {"parameters": [], "result": "void"}}',
  '{"toString": {"parameters": [], "result": "void"}}',
]) {
  try {
    dlopen("strings", JSON.parse(text));
    console.log("opened");
  } catch (error: any) {
    console.log(error.name);
  }
}
