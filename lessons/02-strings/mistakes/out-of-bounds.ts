// The bytes are read one by one, with <= where < was meant.
import { dlopen, PointerView } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
});

using name = strings.cstring("Ada");
strings.symbols.set_name(name.pointer);

const view = new PointerView(name.pointer);
const bytes: number[] = [];
for (let index = 0; index <= name.byteLength; index++) {
  bytes.push(view.getUint8(index)); // FFI005
}
console.log("bytes:", bytes);
