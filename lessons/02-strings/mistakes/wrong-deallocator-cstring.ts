// Memory that TypeScript allocated is given to the library to free.
import { dlopen } from "ffi";

using strings = dlopen("strings", {
  set_name: { parameters: ["pointer"], result: "bool" },
  free_string: { parameters: ["pointer"], result: "void" },
});

const name = strings.cstring("Ada");
console.log("accepted:", strings.symbols.set_name(name.pointer));
strings.symbols.free_string(name.pointer); // FFI007 in free_string
