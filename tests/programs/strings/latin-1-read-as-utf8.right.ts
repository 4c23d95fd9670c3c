// prints café
import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {});
const latin1 = [0x63, 0x61, 0x66, 0xe9, 0];
using memory = lib.alloc(latin1.length);
const bytes = new PointerView(memory.pointer).getArray("u8", latin1.length);
bytes.set(latin1);
console.log(String.fromCharCode(...bytes.subarray(0, bytes.indexOf(0))));
