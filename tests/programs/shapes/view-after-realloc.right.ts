import { dlopen, PointerView } from "ffi";
using shapes = dlopen("shapes", {
  malloc: { parameters: ["usize"], result: "pointer" },
  realloc: { parameters: ["pointer", "usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const p = shapes.symbols.malloc(8)!;
let bytes = new PointerView(p).getArray("u8", 8);
bytes.fill(1);
const q = shapes.symbols.realloc(p, 64)!;
bytes = new PointerView(q).getArray("u8", 8);
console.log(bytes.length, [...bytes].length);
shapes.symbols.free(q);
