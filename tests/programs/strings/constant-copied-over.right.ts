import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  get_version: { parameters: [], result: "pointer" },
  memset: { parameters: ["pointer", "i32", "usize"], result: "pointer" },
});
const { get_version, memset } = lib.symbols;
using copy = lib.cstring(new PointerView(get_version()!).getCString());
memset(copy.pointer, 42, 3);
console.log(new PointerView(copy.pointer).getCString());
// prints ***.0
