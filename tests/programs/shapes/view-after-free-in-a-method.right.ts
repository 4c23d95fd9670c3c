import { dlopen, PointerView } from "ffi";
using shapes = dlopen("shapes", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const p = shapes.symbols.malloc(8)!;
const bytes = new PointerView(p).getArray("u8", 8).fill(65).slice(2);
shapes.symbols.free(p);
new TextDecoder().decode(bytes);
