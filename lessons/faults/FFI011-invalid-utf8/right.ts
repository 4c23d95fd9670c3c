// The bytes are read as bytes, and decoded as what they are.
import { dlopen, PointerView } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  strlen: { parameters: ["pointer"], result: "usize" },
});

using name = strings.alloc(4);
const view = new PointerView(name.pointer);
view.getArray("u8", 4).set([0x5a, 0x6f, 0xeb, 0x00]);
console.log("accepted:", strings.symbols.set_name(name.pointer));

const bytes = new Uint8Array(strings.symbols.strlen(name.pointer));
view.copyInto(bytes);
console.log("name:", new TextDecoder("latin1").decode(bytes));
