import { dlopen, PointerView } from "ffi";
using shapes = dlopen("shapes", {
  malloc: { parameters: ["usize"], result: "pointer" },
  realloc: { parameters: ["pointer", "usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const p = shapes.symbols.malloc(8)!;
const bytes = new PointerView(p).getArray("u8", 8);
const q = shapes.symbols.realloc(p, 64);
console.log(bytes.length, [...bytes].length); // FFI012
shapes.symbols.free(q);
