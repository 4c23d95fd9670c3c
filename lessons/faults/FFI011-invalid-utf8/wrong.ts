// The bytes are a name in Latin-1, where ë is one byte, 0xEB.
import { dlopen, PointerView } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
});

using name = strings.alloc(4);
const view = new PointerView(name.pointer);
view.getArray("u8", 4).set([0x5a, 0x6f, 0xeb, 0x00]);
console.log("accepted:", strings.symbols.set_name(name.pointer));
console.log("name:", view.getCString()); // FFI011
