import { dlopen } from "ffi";
using lib = dlopen("strings", {
  strcmp: { parameters: ["pointer", "pointer"], result: "i32" },
});
const { strcmp } = lib.symbols;
using name = lib.cstring("Ada");
strcmp(name.pointer, null); // FFI001
