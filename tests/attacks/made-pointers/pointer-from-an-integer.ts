// Open: FFI001 at line 16, FFI005 at line 25, prints "4 refused", prints "8 refused".
// Sealed: FFI001 at line 16, FFI005 at line 25, prints "4 refused", prints "8 refused".
// By the module's own functions an integer becomes a pointer: to the null page, to the checker's shadow, to what was never given out.
import { dlopen, PointerView } from "ffi";
const lib = dlopen("strings", {});
using cell = lib.alloc(4);
const view = new PointerView(cell.pointer);
const at = (n: number) => {
  view.setUint32(0, n);
  return new PointerView(view.getPointer(0)!);
};
let low = 0;
for (const n of [1, 1024, 4096, 65528]) {
  const made = at(n);
  try {
    made.getUint8(0);
  } catch {
    low += 1;
  }
}
let far = 0;
for (const n of [65536, 70000, 100000, 200000, 500000, 1000000, 3000000, 0xfffffff0]) {
  const made = at(n);
  try {
    made.getUint8(0);
  } catch {
    far += 1;
  }
}
console.log(low, "refused");
console.log(far, "refused");
