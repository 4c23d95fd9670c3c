// run with --fail-malloc 2
import { dlopen } from "ffi";
using lib = dlopen("basics", {
  malloc: { parameters: ["usize"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
  process_array: { parameters: ["buffer", "usize"], result: "i32" },
});
// prints 4
// prints [ true, false, true ]
using room = lib.alloc(4);
console.log(room.byteLength);
const got: boolean[] = [];
for (let turn = 0; turn < 3; turn++) {
  lib.symbols.process_array(Int32Array.of(1, 2), 2);
  const block = lib.symbols.malloc(8);
  got.push(block !== null);
  lib.symbols.free(block);
}
console.log(got);
