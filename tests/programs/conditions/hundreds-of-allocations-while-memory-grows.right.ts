// run with --grow-memory
import { dlopen, PointerView, type Pointer } from "ffi";
using lib = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
// Growing that nothing needs ends at some time, and allocating goes on.
// prints 400 79800
const blocks: Pointer[] = [];
for (let i = 0; i < 400; i++) {
  const block = lib.symbols.malloc(1000);
  if (block === null) break;
  new PointerView(block).setUint32(0, i);
  blocks.push(block);
}
let sum = 0;
for (const block of blocks) sum += new PointerView(block).getUint32();
console.log(blocks.length, sum);
for (const block of blocks) lib.symbols.free(block);
