// The block is as long as the bytes, and one longer for the NUL.
import { dlopen, PointerView } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
});

const text = "Zoë";
const bytes = new TextEncoder().encode(text);
using name = strings.alloc(bytes.length + 1);

const view = new PointerView(name.pointer);
bytes.forEach((byte, index) => view.setUint8(index, byte));
view.setUint8(bytes.length, 0);
console.log(`${bytes.length} bytes in a block of ${name.byteLength}`);
console.log("accepted:", strings.symbols.set_name(name.pointer));
