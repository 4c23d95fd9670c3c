import { dlopen, PointerView } from "ffi";
using lib = dlopen("shapes", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const { malloc, free } = lib.symbols;
const p = malloc(8)!;
const bytes = new PointerView(p).getArray("u8", 8);
bytes.fill(1);
const large = malloc(40_000_000);
let sum = 0;
for (const byte of bytes) sum += byte; // FFI012
console.log(sum);
free(large);
free(p);
