// run with --grow-memory
import { dlopen, PointerView, type Pointer } from "ffi";
using lib = dlopen("strings", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
// Memory has an end; growing stops there, and allocating goes on.
// prints 3000 4498500
const blocks: Pointer[] = [];
for (let i = 0; i < 3000; i++) {
  const block = lib.symbols.malloc(1000);
  if (block === null) break;
  new PointerView(block).setUint32(0, i);
  blocks.push(block);
}
let sum = 0;
for (const block of blocks) sum += new PointerView(block).getUint32();
console.log(blocks.length, sum);
for (const block of blocks) lib.symbols.free(block);
