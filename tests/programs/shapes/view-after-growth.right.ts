import { dlopen, PointerView } from "ffi";
using shapes = dlopen("shapes", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const p = shapes.symbols.malloc(8)!;
let bytes = new PointerView(p).getArray("u8", 8);
bytes[0] = 1;
const large = shapes.symbols.malloc(40_000_000);
bytes = new PointerView(p).getArray("u8", 8);
console.log(bytes[0]);
shapes.symbols.free(large);
shapes.symbols.free(p);
