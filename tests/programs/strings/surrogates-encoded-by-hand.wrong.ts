import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {});
// A character beyond U+FFFF is two units in a JavaScript string. Three bytes for each unit are no UTF-8.
const bytes: number[] = [];
const text = "🦀";
for (let index = 0; index < text.length; index += 1) {
  const unit = text.charCodeAt(index);
  bytes.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f));
}
using memory = lib.alloc(bytes.length + 1);
new PointerView(memory.pointer).getArray("u8", bytes.length + 1).set([...bytes, 0]);
console.log(new PointerView(memory.pointer).getCString()); // FFI011
