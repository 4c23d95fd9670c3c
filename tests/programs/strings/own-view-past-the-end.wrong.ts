// A view of a view's buffer is a view of all of C's memory, wherever it begins and ends.
import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {});
using pixels = lib.alloc(12);
const bytes = new PointerView(pixels.pointer).getArray("u8", 12);
bytes.fill(255);
const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length); // FFI005
console.log(words.length);
