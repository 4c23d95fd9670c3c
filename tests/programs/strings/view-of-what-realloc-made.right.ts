import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  realloc: { parameters: ["pointer", "usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const { realloc, free } = lib.symbols;
// prints 1
const block = realloc(null, 4)!;
const bytes = new PointerView(block).getArray("u8", 4);
bytes.fill(1);
console.log(bytes[0]);
free(block);
