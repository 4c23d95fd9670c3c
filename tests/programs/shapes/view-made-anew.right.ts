// prints 3 [ 1, 2, 3, 0 ]
import { dlopen, PointerView } from "ffi";
using shapes = dlopen("shapes", {
  calloc: { parameters: ["usize", "usize"], result: "pointer" },
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const p = shapes.symbols.calloc(4, 1)!;
new PointerView(p).getArray("u8", 4).set([1, 2, 3]);
const large = shapes.symbols.malloc(40_000_000);
const bytes = new PointerView(p).getArray("u8", 4);
let count = 0;
for (const byte of bytes) if (byte > 0) count++;
console.log(count, [...bytes.slice()]);
shapes.symbols.free(large);
shapes.symbols.free(p);
