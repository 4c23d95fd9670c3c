// says Argument of type 'OwnedResult | null' is not assignable to parameter of type 'Pointer | null'.
// says Property '[opaquePointer]' is missing in type 'OwnedResult' but required in type 'Pointer'.
import { dlopen, owned, taken } from "ffi";
using strings = dlopen("strings", {
  get_error_message: { parameters: [], result: owned("pointer", "free_string") },
  free_string: { parameters: [taken("pointer")], result: "void" },
});
const message = strings.symbols.get_error_message();
strings.symbols.free_string(message); // here
