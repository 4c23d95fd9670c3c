import { dlopen } from "ffi";
using lib = dlopen("errors", {
  get_error_string: { parameters: ["i32"], result: "pointer" },
  free: { parameters: ["pointer"], result: "void" },
});
const { get_error_string, free } = lib.symbols;
free(get_error_string(1)); // FFI008
