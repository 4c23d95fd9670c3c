// prints Ada
import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  realloc: { parameters: ["pointer", "usize"], result: "pointer" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
  memcpy: { parameters: ["pointer", "pointer", "usize"], result: "pointer" },
});
const { realloc } = lib.symbols;
using name = lib.cstring("Ada");
const longer = lib.symbols.malloc(16)!;
lib.symbols.memcpy(longer, name.pointer, name.byteLength);
const longest = realloc(longer, 32)!;
console.log(new PointerView(longest).getCString());
lib.symbols.free(longest);
