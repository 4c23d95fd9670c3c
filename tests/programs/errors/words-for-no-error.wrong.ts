import { dlopen, PointerView } from "ffi";
using lib = dlopen("errors", {
  get_error_string: { parameters: ["i32"], result: "pointer" },
});
const { get_error_string } = lib.symbols;
console.log(new PointerView(get_error_string(99)!).getCString()); // FFI001
