// Open: FFI005 at line 27, FFI005 at line 29, FFI005 at line 31, FFI005 at line 33, FFI005 at line 35, FFI005 at line 37, FFI005 at line 39, FFI005 at line 41, FFI005 at line 43, prints "9 refused", FFI005 at line 47, prints "still caught".
// Sealed: FFI005 at line 27, FFI005 at line 29, FFI005 at line 31, FFI005 at line 33, FFI005 at line 35, FFI005 at line 37, FFI005 at line 39, FFI005 at line 41, FFI005 at line 43, prints "9 refused", FFI005 at line 47, prints "still caught".
// What the checker knows of a block is cleared in its shadow by whatever writes: then nothing past the block would be found.
import { array, dlopen, offset, PointerView, struct, type Pointer } from "ffi";
const lib = dlopen("strings", { memset: { parameters: ["pointer", "i32", "usize"], result: "pointer" } });
using cell = lib.alloc(4);
using victim = lib.alloc(8);
const view = new PointerView(cell.pointer);
const Cell = struct({ p: "pointer" });
const bytes = struct({ all: array("u8", 8) });
view.setPointer(0, victim.pointer);
const shadow = view.getUint32(0) >>> 3;
view.setUint32(0, shadow);
const made = view.getStruct(Cell).p as Pointer;
let refused = 0;
for (const write of ["byte", "word", "struct", "pointer", "array", "copy", "text", "moved", "long"]) {
  const to = new PointerView(made);
  try {
    clear(write, to);
  } catch {
    refused += 1;
  }
}
function clear(how: string, to: PointerView) {
  switch (how) {
    case "byte":
      return to.setUint8(0, 0);
    case "word":
      return to.setBigUint64(0, 0n);
    case "struct":
      return to.setStruct(bytes, 0, { all: [0, 0, 0, 0, 0, 0, 0, 0] });
    case "pointer":
      return to.setPointer(0, null);
    case "array":
      return void to.getArray("u8", 8).fill(0);
    case "copy":
      return to.copyInto(new Uint8Array(8));
    case "text":
      return void to.getCString();
    case "moved":
      return new PointerView(offset(made, 1)).setUint8(-1, 0);
    default:
      return new PointerView(made, 8).setUint8(0, 0);
  }
}
console.log(refused, "refused");
lib.symbols.memset(victim.pointer, 1, 9);
console.log("still caught");
