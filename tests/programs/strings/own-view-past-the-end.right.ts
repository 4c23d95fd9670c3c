// As many elements as the bytes make: the view ends where the block does.
import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {});
using pixels = lib.alloc(12);
const bytes = new PointerView(pixels.pointer).getArray("u8", 12);
bytes.fill(255);
const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
console.log(words.length);
