import { dlopen } from "ffi";
using lib = dlopen("strings", {
  get_version: { parameters: [], result: "pointer" },
  realloc: { parameters: ["pointer", "usize"], result: "pointer" },
});
const { get_version, realloc } = lib.symbols;
realloc(get_version(), 64); // FFI008
