// says Argument of type '"usize"' is not assignable to parameter of type '"pointer"'.
import { dlopen, owned, taken } from "ffi";
using strings = dlopen("strings", {
  stored_length: { parameters: [], result: owned("usize", "free_string") }, // here
  free_string: { parameters: [taken("pointer")], result: "void" },
});
console.log(strings.symbols.stored_length());
