import { dlopen } from "ffi";
using lib = dlopen("strings", {
  strlen: { parameters: ["pointer"], result: "usize" },
});
using again = dlopen("strings", { set_name: { parameters: ["pointer"], result: "bool" } });
using name = lib.cstring("Ada");
again.symbols.set_name(name.pointer); // FFI017
