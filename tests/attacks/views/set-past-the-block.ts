// Open: FFI005 at line 9, prints "1 9".
// Sealed: FFI005 at line 9, prints "1 9".
import { dlopen, PointerView } from "ffi";
using lib = dlopen("basics", {});
using a = lib.alloc(16);
using b = lib.alloc(16);
const beside = new PointerView(b.pointer);
beside.setUint32(0, 1);
const long = new PointerView(a.pointer).getArray("u8", 512);
long.set(new Uint8Array(512).fill(9));
console.log(beside.getUint32(0), new PointerView(a.pointer).getUint8(3));
