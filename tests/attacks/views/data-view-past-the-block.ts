// Open: FFI005 at line 10, prints "1 9".
// Sealed: throws TypeError at line 9.
import { dlopen, PointerView } from "ffi";
using lib = dlopen("basics", {});
using a = lib.alloc(16);
using b = lib.alloc(16);
const beside = new PointerView(b.pointer);
beside.setUint32(0, 1);
const { buffer, byteOffset } = new PointerView(a.pointer).getArray("u8", 16);
const long = new DataView(buffer, byteOffset, 512);
long.setUint8(3, 9);
for (let i = 16; i < 512; i++) long.setUint8(i, 9);
console.log(beside.getUint32(0), new PointerView(a.pointer).getUint8(3));
