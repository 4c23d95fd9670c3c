import { dlopen } from "ffi";
using lib = dlopen("strings", {
  strcmp: { parameters: ["pointer", "pointer"], result: "i32" },
  memcpy: { parameters: ["pointer", "pointer", "usize"], result: "pointer" },
});
const { strcmp, memcpy } = lib.symbols;
using name = lib.cstring("Ada");
using part = lib.alloc(3);
memcpy(part.pointer, name.pointer, 3);
console.log(strcmp(name.pointer, part.pointer)); // FFI010
