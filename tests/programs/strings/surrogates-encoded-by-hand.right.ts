import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {});
// A character beyond U+FFFF is two units in a JavaScript string, and four bytes of UTF-8.
// prints 🦀
const bytes = new TextEncoder().encode("🦀");
using memory = lib.alloc(bytes.length + 1);
new PointerView(memory.pointer).getArray("u8", bytes.length + 1).set([...bytes, 0]);
console.log(new PointerView(memory.pointer).getCString());
