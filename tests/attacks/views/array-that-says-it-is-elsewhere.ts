// Open: prints "5 9", prints "6 9".
// Sealed: throws TypeError at line 8.
import { address, dlopen, PointerView } from "ffi";
using lib = dlopen("basics", { memset: { parameters: ["buffer", "i32", "usize"], result: "pointer" } });
using memory = lib.alloc(8);
const view = new PointerView(memory.pointer).getArray("u8", 8);
view.fill(9);
const elsewhere = { buffer: { value: view.buffer }, byteOffset: { value: address(memory.pointer) } };
const liar = Object.defineProperties(new Uint8Array(8), { ...elsewhere, byteLength: { value: 4 } });
lib.symbols.memset(liar, 5, 8);
using other = lib.alloc(8);
new PointerView(other.pointer).getArray("u8", 8).fill(6);
console.log(liar[7], view[0]);
new PointerView(other.pointer).copyInto(liar);
console.log(liar[7], view[0]);
