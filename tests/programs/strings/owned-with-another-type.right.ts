import { dlopen, owned } from "ffi";
using lib = dlopen("strings", {
  get_error_message: { parameters: [], result: owned("pointer", "free_string") },
  free_string: { parameters: ["pointer"], result: "void" },
});
// prints null
console.log(lib.symbols.get_error_message());
