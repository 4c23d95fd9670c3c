// says Argument of type 'OwnedResult' is not assignable to parameter of type 'Pointer'.
// says Property '[opaquePointer]' is missing in type 'OwnedResult' but required in type 'Pointer'.
import { dlopen, owned, PointerView, taken } from "ffi";
using strings = dlopen("strings", {
  get_error_message: { parameters: [], result: owned("pointer", "free_string") },
  free_string: { parameters: [taken("pointer")], result: "void" },
});
using message = strings.symbols.get_error_message();
if (message) console.log(new PointerView(message).getCString()); // here
