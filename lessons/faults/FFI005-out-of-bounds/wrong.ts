// There is room for the characters, but the text has more bytes.
import { dlopen, PointerView } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
});

const text = "Zoë";
const bytes = new TextEncoder().encode(text);
using name = strings.alloc(text.length + 1);

const view = new PointerView(name.pointer);
bytes.forEach((byte, index) => view.setUint8(index, byte));
view.setUint8(bytes.length, 0); // FFI005
console.log(`${bytes.length} bytes in a block of ${name.byteLength}`);
