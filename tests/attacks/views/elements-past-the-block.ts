// Open: FFI005 at line 9, prints "1 10".
// Sealed: FFI005 at line 9, prints "1 10".
import { dlopen, PointerView } from "ffi";
using lib = dlopen("basics", {});
using a = lib.alloc(16);
using b = lib.alloc(16);
const beside = new PointerView(b.pointer);
beside.setUint32(0, 1);
const long = new PointerView(a.pointer).getArray("u8", 512);
for (let i = 0; i < long.length; i++) long[i] = 9;
for (let i = 0; i < long.length; i++) long[i] += 1;
console.log(beside.getUint32(0), new PointerView(a.pointer).getUint8(3));
