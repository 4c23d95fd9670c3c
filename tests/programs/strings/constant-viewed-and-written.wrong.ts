import { dlopen, PointerView } from "ffi";
using lib = dlopen("strings", {
  get_version: { parameters: [], result: "pointer" },
});
const digits = new PointerView(lib.symbols.get_version()!).getArray("u8", 5);
digits[0] = 50; // FFI005
