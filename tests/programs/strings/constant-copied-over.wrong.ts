import { dlopen } from "ffi";
using lib = dlopen("strings", {
  get_version: { parameters: [], result: "pointer" },
  memset: { parameters: ["pointer", "i32", "usize"], result: "pointer" },
});
const { get_version, memset } = lib.symbols;
memset(get_version(), 42, 3); // FFI005
