import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  get_version: { parameters: [], result: "pointer" },
});
const digits = new PointerView(lib.symbols.get_version()!).getArray("u8", 5).slice();
digits[0] = 50;
console.log(String.fromCharCode(...digits));
// prints 2.2.0
