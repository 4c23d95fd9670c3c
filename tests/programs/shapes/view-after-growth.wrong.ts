import { dlopen, PointerView } from "ffi";
using shapes = dlopen("shapes", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const p = shapes.symbols.malloc(8)!;
const bytes = new PointerView(p).getArray("u8", 8);
const large = shapes.symbols.malloc(40_000_000);
console.log(bytes[0]); // FFI012
shapes.symbols.free(large);
shapes.symbols.free(p);
